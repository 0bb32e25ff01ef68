//! Every integration of the catalogue on every version: what is taken, dropped, unknown and refused.

use std::collections::BTreeMap;

use patchbay_model::gitlab::{self, Level, Presence, Spec, Standing, Target, Tier, Version};
use patchbay_sandbox::GitLab;
use serde_json::{Value, json};

use super::{assert_said, examples, running};
use crate::running::{Answer, Running};

fn put(server: &Running, holder: &str, slug: &str, body: Value) -> Answer {
    // The oldest one calls them services.
    let path = if holder.starts_with("groups") { "integrations" } else { "services" };
    let ask = server.ask_signed_out("PUT", &format!("/api/v4/{holder}/{path}/{slug}"));
    ask.header("PRIVATE-TOKEN", "owner-token").json(&body).send()
}

/// What a server does with a PUT of each, counted.
fn counts(gitlab: GitLab, holder: &str) -> [usize; 4] {
    let server = running(gitlab);
    let mut counts = BTreeMap::from([(200, 0), (400, 0), (404, 0), (422, 0)]);
    for spec in gitlab::all() {
        let answer = put(&server, holder, spec.slug, Value::Object(examples::every(spec, 0)));
        *counts.get_mut(&answer.status).unwrap_or_else(|| panic!("{}: {}", spec.slug, answer.text)) += 1;
        let said = answer.json();
        match answer.status {
            200 => assert_eq!((&said["slug"], &said["active"]), (&json!(spec.slug), &json!(true))),
            400 => assert_eq!(
                said,
                json!({ "message": "400 Integration not available" }),
                "{gitlab:?} {}",
                spec.slug
            ),
            404 => assert_eq!(said, json!({ "error": "404 Not Found" }), "{}", spec.slug),
            _ => {
                let message = format!("You cannot create the {} integration from the API", spec.title);
                assert_eq!(said, json!({ "message": message }));
            }
        }
    }
    [200, 400, 404, 422].map(|status| counts[&status])
}

#[test]
fn each_is_set_up_where_version_license_and_level_allow_it() {
    const PROJECT: &str = "projects/101";
    const GROUP: &str = "groups/shop";
    let free = |gitlab: GitLab| gitlab.with(Tier::Free);
    for (gitlab, holder, set_up, not_available, unknown, elsewhere) in [
        (GitLab::V13_12, PROJECT, 38, 0, 17, 0),
        (GitLab::V14_8, PROJECT, 38, 0, 17, 0),
        (free(GitLab::V14_8), PROJECT, 37, 1, 17, 0),
        (GitLab::V16_11, PROJECT, 48, 0, 6, 1),
        (free(GitLab::V16_11), PROJECT, 46, 2, 6, 1),
        (GitLab::V17_9, PROJECT, 49, 0, 4, 2),
        (free(GitLab::V17_9), PROJECT, 47, 2, 4, 2),
        (GitLab::V18_11, PROJECT, 50, 0, 3, 2),
        (GitLab::V19_5, PROJECT, 49, 0, 4, 2),
        (free(GitLab::V19_5), PROJECT, 47, 2, 4, 2),
        (GitLab::V16_11, GROUP, 0, 0, 55, 0),
        (GitLab::V17_9, GROUP, 44, 5, 4, 2),
        (GitLab::V18_11, GROUP, 45, 5, 3, 2),
        (GitLab::V19_5, GROUP, 44, 5, 4, 2),
        (free(GitLab::V19_5), GROUP, 43, 6, 4, 2),
    ] {
        let expected = [set_up, not_available, unknown, elsewhere];
        assert_eq!(counts(gitlab, holder), expected, "{gitlab:?} {holder}");
    }
}

#[test]
fn what_is_not_available_is_so_for_every_request() {
    let free = running(GitLab::V17_9.with(Tier::Free));
    let premium = running(GitLab::V17_9);
    for (server, holder, slug) in [
        (&free, "projects/101", "github"),
        (&free, "projects/101", "git-guardian"),
        (&premium, "groups/shop", "jenkins"),
        (&premium, "groups/shop", "apple-app-store"),
        (&premium, "groups/shop", "google-play"),
    ] {
        let ask = |method: &str| {
            let ask = server.ask_signed_out(method, &format!("/api/v4/{holder}/integrations/{slug}"));
            ask.header("PRIVATE-TOKEN", "owner-token")
        };
        for answer in [ask("GET").send(), ask("DELETE").send(), ask("PUT").json(&json!({})).send()] {
            assert_said(&answer, 400, json!({ "message": "400 Integration not available" }));
        }
    }
}

/// Where an answer shows a parameter: in the row or in its properties.
fn shown<'a>(answer: &'a Value, key: &str) -> Option<&'a Value> {
    answer.get(key).or_else(|| answer["properties"].get(key))
}

#[test]
fn newer_servers_answer_with_what_they_take_and_nothing_else() {
    for gitlab in [GitLab::V16_11, GitLab::V17_9, GitLab::V18_11, GitLab::V19_5] {
        let server = running(gitlab);
        let target =
            Target { version: Some(gitlab.version()), at_most: Tier::Premium, level: Level::Project };
        for spec in gitlab::all().filter(|spec| can_be_set_up(spec, target)) {
            let body = examples::every(spec, 1);
            let answer = put(&server, "projects/101", spec.slug, Value::Object(body.clone())).json();
            for param in spec.params {
                let of = format!("{gitlab:?}: {}.{}", spec.slug, param.key);
                let is_event = param.kind.is_event() || is_row_flag(param.key);
                let is_secret = param.kind.is_secret() && !GIVEN_BACK.contains(&param.key);
                if is_secret || param.presence(target) != Presence::Yes {
                    assert_eq!(answer["properties"].get(param.key), None, "{of}");
                } else if is_event {
                    let found = answer.get(param.key);
                    assert!(found.is_none_or(|found| *found == body[param.key]), "{of}: {found:?}");
                } else if !GIVEN_BACK.contains(&param.key) && !is_trimmed(spec.slug, param.key) {
                    assert_eq!(shown(&answer, param.key), Some(&body[param.key]), "{of}");
                }
            }
        }
    }
}

const GIVEN_BACK: [&str; 2] = ["app_store_private_key", "service_account_key"];

fn is_row_flag(key: &str) -> bool {
    key == "comment_on_event_enabled"
}

/// Stored without the slash at the end, or not at all: a PUT always activates.
fn is_trimmed(slug: &str, key: &str) -> bool {
    slug == "jira" && key == "active"
}

fn can_be_set_up(spec: &Spec, target: Target) -> bool {
    spec.presence(target) == Presence::Yes && !matches!(spec.standing, Standing::SetUpElsewhere(_))
}

#[test]
fn keys_of_app_stores_are_given_back_but_not_as_they_were_sent() {
    for gitlab in GitLab::ALL.into_iter().skip(2) {
        let server = running(gitlab);
        for (slug, key) in [("apple-app-store", GIVEN_BACK[0]), ("google-play", GIVEN_BACK[1])] {
            let spec = gitlab::find(slug).unwrap();
            let answer = put(&server, "projects/101", slug, Value::Object(examples::every(spec, 0)));
            assert!(!answer.text.contains(examples::SECRET), "{}", answer.text);
            let there = super::get(&server, slug).json();
            let text = there["properties"][key].as_str().unwrap();
            assert!(text.contains("PRIVATE KEY"), "{text}");
        }
    }
}

#[test]
fn apps_that_have_pages_of_their_own_are_changed_but_not_made_or_switched_on() {
    let server = super::with_demo(GitLab::V17_9);
    let ask = |method: &str, project: &str, slug: &str| {
        server.ask_gitlab(method, &format!("/api/v4/projects/{project}/integrations/{slug}"))
    };
    let slack = "gitlab-slack-application";
    let change = |project: &str| ask("PUT", project, slack).json(&json!({ "channel": "other" })).send();
    let changed = change("shop%2Fweb%2Ffeature-flags").json();
    assert_eq!((&changed["active"], &changed["properties"]["channel"]), (&json!(true), &json!("other")));
    let changed = change("shop%2Fmobile%2Fpush-service").json();
    assert_eq!((&changed["active"], &changed["properties"]), (&json!(false), &json!({})));
    let message = "You cannot create the GitLab for Slack app integration from the API";
    assert_said(&change("101"), 422, json!({ "message": message }));
    assert_eq!(ask("DELETE", "shop%2Fweb%2Ffeature-flags", slack).send().status, 204);

    let jira = "jira-cloud-app";
    let title = gitlab::find(jira).unwrap().title;
    let message = format!("You cannot disable the {title} integration from the API");
    let there = "platform%2Fidentity%2Fapi";
    assert_said(&ask("DELETE", there, jira).send(), 422, json!({ "message": message }));
    assert_eq!(ask("GET", there, jira).send().json()["active"], true);
}

#[test]
fn the_demonstration_shows_what_the_version_has() {
    for (gitlab, expected) in GitLab::ALL.into_iter().zip([0, 0, 11, 13, 14, 14]) {
        let server = super::with_demo(gitlab);
        let later =
            gitlab::all().filter(|spec| spec.life.since.is_some_and(|since| since.latest > Version::MANUAL));
        let later: Vec<_> = later.map(|spec| spec.slug).collect();
        let mut found = 0;
        for project in 101..401 {
            let list =
                server.ask_gitlab("GET", &format!("/api/v4/projects/{project}/services")).send().json();
            let slugs = list.as_array().unwrap().iter().map(|one| one["slug"].as_str().unwrap());
            found += slugs.filter(|slug| later.contains(slug)).count();
        }
        assert_eq!(found, expected, "{gitlab:?}");
    }
}
