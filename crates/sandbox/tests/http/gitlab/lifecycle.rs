//! Each integration of the catalogue, from setting up to disabling, on each server that has it.

use patchbay_model::gitlab::{Param, Spec, is_secret};
use patchbay_sandbox::GitLab;
use serde_json::Value;

use super::{examples, get, listed, path, put, running};
use crate::running::Running;

/// Documented, and dropped by servers of the manual's time.
const DROPPED: [(&str, &str); 16] = [
    ("slack", "commit_events"),
    ("slack", "job_events"),
    ("unify-circuit", "branches_to_be_notified"),
    ("unify-circuit", "notify_only_broken_pipelines"),
    ("webex-teams", "branches_to_be_notified"),
    ("webex-teams", "notify_only_broken_pipelines"),
    ("hangouts-chat", "notify_only_broken_pipelines"),
    ("mock-ci", "enable_ssl_verification"),
    ("buildkite", "enable_ssl_verification"),
    ("bugzilla", "title"),
    ("bugzilla", "description"),
    ("custom-issue-tracker", "title"),
    ("custom-issue-tracker", "description"),
    ("redmine", "description"),
    ("youtrack", "description"),
    ("mattermost-slash-commands", "username"),
];
const ALSO_DROPPED: [(&str, &str); 2] = [("pipelines-email", "add_pusher"), ("jira", "active")];

/// The setting `key` as the answer shows it, in the row or among the properties.
fn shown<'a>(answer: &'a Value, key: &str) -> Option<&'a Value> {
    answer["properties"].get(key).or_else(|| answer.get(key).filter(|_| key != "active"))
}

/// What was sent is shown, but for secrets, what sounds like one, and what the server drops.
fn assert_holds(spec: &Spec, answer: &Value, sent: &patchbay_model::Object) {
    for (key, value) in sent {
        let of = (spec.slug, key.as_str());
        let hidden = spec.secrets().any(|secret| secret == key)
            || ["password", "token", "key"].iter().any(|word| key.contains(word));
        if hidden {
            assert_eq!(shown(answer, key), None, "{of:?}");
        } else if !DROPPED.contains(&of) && !ALSO_DROPPED.contains(&of) && key != "deployment_events" {
            assert_eq!(shown(answer, key), Some(value), "{of:?}");
        }
    }
    assert!(!answer.to_string().contains(examples::SECRET), "{answer}");
}

#[test]
fn each_is_set_up_changed_and_disabled_and_keeps_its_settings() {
    let server = running(GitLab::V14_8);
    for spec in examples::all() {
        let slug = spec.slug;
        assert_eq!(get(&server, slug).status, 404, "{slug}");

        let body = examples::whole(spec, 0);
        let made = put(&server, slug, &Value::Object(body.clone()));
        assert_eq!(made.status, 200, "{slug}: {}", made.text);
        assert_holds(spec, &made.json(), &body);
        assert_eq!(get(&server, slug).json(), made.json(), "{slug}");
        assert!(listed(&server).contains(&slug.to_owned()), "{slug}");

        let body = examples::whole(spec, 1);
        let changed = put(&server, slug, &Value::Object(body.clone()));
        assert_eq!(changed.status, 200, "{slug}: {}", changed.text);
        assert_holds(spec, &changed.json(), &body);
        assert_eq!(changed.json()["id"], made.json()["id"], "{slug}");

        let off = server.ask_gitlab("DELETE", &path(slug)).send();
        assert_eq!((off.status, off.text.as_str()), (204, ""), "{slug}");
        assert!(!listed(&server).contains(&slug.to_owned()), "{slug}");
        let kept = get(&server, slug).json();
        assert_eq!(kept["active"], false, "{slug}");
        assert_holds(spec, &kept, &body);

        let again = put(&server, slug, &Value::Object(examples::least(spec))).json();
        assert_eq!(again["active"], true, "{slug}: PUT always switches on");
    }
    assert_eq!(listed(&server).len(), examples::all().count());
}

#[test]
fn newer_servers_clear_the_settings_and_have_lost_three() {
    let server = running(GitLab::V17_9);
    let mut there = 0;
    for spec in examples::all() {
        let slug = spec.slug;
        let body = examples::whole(spec, 1);
        let made = put(&server, slug, &Value::Object(body.clone()));
        if ["flowdock", "prometheus", "jenkins-deprecated"].contains(&slug) {
            assert_eq!((made.status, get(&server, slug).status), (404, 400), "{slug}");
            continue;
        }
        there += 1;
        assert_eq!(made.status, 200, "{slug}: {}", made.text);
        assert_eq!(made.json()["inherited"], false, "{slug}");
        assert!(!made.text.contains(examples::SECRET), "{}", made.text);

        assert_eq!(server.ask_gitlab("DELETE", &path(slug)).send().status, 204, "{slug}");
        let cleared = get(&server, slug).json();
        assert_eq!(cleared["active"], false, "{slug}");
        let properties = cleared["properties"].as_object().unwrap();
        assert!(properties.values().all(Value::is_null), "{slug}: {properties:?}");
        let sent = |event: &&Param| event.in_manual && !["commit_events", "job_events"].contains(&event.key);
        for event in spec.events().filter(sent) {
            assert_eq!(cleared[event.key], body[event.key], "{slug}: events survive");
        }
        assert!(properties.keys().all(|key| !is_secret(key)), "{slug}: {properties:?}");
    }
    assert_eq!(there, examples::all().count() - 3);
    assert!(listed(&server).is_empty());
}

#[test]
fn what_is_left_out_stays_and_on_creation_events_are_switched_on() {
    let server = running(GitLab::V14_8);
    let secret = serde_json::json!({ "webhook": "https://hooks.example.org/T" });
    let made = put(&server, "slack", &secret).json();
    for event in ["push_events", "confidential_issues_events", "confidential_note_events", "wiki_page_events"]
    {
        assert_eq!(made[event], true, "{event}");
    }
    let jenkins = serde_json::json!({ "jenkins_url": "https://jenkins.example.org", "project_name": "shop" });
    let made = put(&server, "jenkins", &jenkins).json();
    let events = ["push_events", "merge_requests_events", "tag_push_events"].map(|event| &made[event]);
    assert_eq!(events, [true, false, false]);

    let mut body = secret.clone();
    body["channel"] = "builds".into();
    body["note_events"] = false.into();
    put(&server, "slack", &body);
    let changed = put(&server, "slack", &secret).json();
    assert_eq!(
        (&changed["properties"]["channel"], &changed["note_events"]),
        (&"builds".into(), &false.into())
    );
}

#[test]
fn jira_is_kept_without_the_slash_at_the_end() {
    let server = running(GitLab::V14_8);
    let body = serde_json::json!({ "url": "https://jira.example.org/", "username": "u", "password": "p" });
    assert_eq!(put(&server, "jira", &body).json()["properties"]["url"], "https://jira.example.org");
}

#[test]
fn the_list_has_the_eighteen_keys_of_the_manual() {
    let keys = |server: &Running| -> Vec<String> {
        put(server, "discord", &serde_json::json!({ "webhook": "https://discord.com/api/webhooks/1/x" }));
        let all = server.ask_gitlab("GET", super::INTEGRATIONS).send().json();
        all[0].as_object().unwrap().keys().cloned().collect()
    };
    let manual = keys(&running(GitLab::V14_8));
    assert_eq!(
        manual,
        [
            "id",
            "title",
            "slug",
            "created_at",
            "updated_at",
            "active",
            "commit_events",
            "push_events",
            "issues_events",
            "confidential_issues_events",
            "merge_requests_events",
            "tag_push_events",
            "note_events",
            "confidential_note_events",
            "pipeline_events",
            "wiki_page_events",
            "job_events",
            "comment_on_event_enabled",
        ]
    );
    let newer = keys(&running(GitLab::V17_9));
    assert_eq!(
        newer[18..],
        ["alert_events", "incident_events", "deployment_events", "vulnerability_events", "inherited"]
    );
}
