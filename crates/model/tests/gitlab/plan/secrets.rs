//! Secrets are asked for once, and are in no script.

use super::{WEBHOOK, group, project, slack, typed};
use patchbay_model::Vendor;
use patchbay_model::gitlab::Home;
use patchbay_model::gitlab::plan::{Existing, Planned, asked, requests, set_up, with_secrets};
use patchbay_model::plan::script::{Script, document, shell};
use patchbay_model::{Entry, Secret, Values};
use serde_json::json;

const NEWEST: &str = "19.5.0-ee";

fn plan(secret: bool) -> Vec<Planned> {
    let (form, mut values) = typed(NEWEST, json!({}));
    if !secret {
        values.set("webhook", Entry::Secret(Secret::Keep));
    }
    let homes = (0..3).map(|at| Home { id: 101 + at, ..project() }).chain([group()]);
    homes.map(|home| set_up(slack(NEWEST, home, None), &form, &values, Existing::Change)).collect()
}

#[test]
fn one_secret_is_asked_for_once_for_all() {
    let without = plan(false);
    let wanted = asked(&without);
    assert_eq!((wanted.len(), wanted[0].steps.as_slice()), (1, [0, 1, 2, 3].as_slice()));
    assert_eq!((wanted[0].slug.as_str(), wanted[0].title.as_str()), ("slack", "Slack notifications"));
    let given: Values =
        [("webhook".to_owned(), Entry::Secret(Secret::Replace(WEBHOOK.to_owned())))].into_iter().collect();
    let with: Vec<Planned> = without.into_iter().map(|one| with_secrets(one, "slack", &given)).collect();
    assert!(asked(&with).is_empty());
    assert!(with.iter().all(|one| one.step.is_ready()));
    // Of another integration it is none.
    assert_eq!(
        asked(&plan(false).into_iter().map(|one| with_secrets(one, "discord", &given)).collect::<Vec<_>>())
            .len(),
        1
    );
}

#[test]
fn a_script_has_one_variable_for_all_and_no_secret() {
    let plan = plan(true);
    let requests = requests(plan.iter());
    assert_eq!((requests.len(), requests[0].path.as_str()), (4, "/api/v4/projects/101/integrations/slack"));
    let script = Script {
        title: "Set up Slack in 4 projects",
        made: "26 November 2026, 08:45 UTC",
        vendor: Vendor::GitLab,
        server: "https://gitlab.example.org",
        requests: &requests,
    };
    for text in [shell(&script), document(&script)] {
        assert!(!text.contains("s3cret"), "{text}");
        assert!(text.contains("SECRET_1") && !text.contains("SECRET_2"), "{text}");
    }
}

#[test]
fn older_servers_call_them_services() {
    for (version, path) in [
        ("13.12.0-ee", "/api/v4/projects/101/services/slack"),
        ("14.8.0-ee", "/api/v4/projects/101/integrations/slack"),
    ] {
        let (form, values) = typed(version, json!({}));
        let planned = set_up(slack(version, project(), None), &form, &values, Existing::Change);
        assert_eq!(requests([&planned].into_iter())[0].path, path, "{version}");
    }
}

#[test]
fn an_odd_character_is_named_in_each_step() {
    use crate::support::odd_characters::{ODD, gives_away, names, token_with};
    for slug in ["asana", "buildkite", "pushover", "telegram", "teamcity"] {
        let target = patchbay_model::gitlab::Target::read(NEWEST, patchbay_model::gitlab::Level::Project);
        let form = patchbay_model::gitlab::schema(
            target,
            slug,
            patchbay_model::Mode::Create,
            &patchbay_model::Object::new(),
            &[],
        );
        let is_token = |key: &str| patchbay_model::text::secret::is_token(key);
        for field in form.fields().filter(|field| is_token(&field.key)) {
            for (c, what) in ODD {
                let mut values = form.defaults();
                values.set(field.key.as_ref(), Entry::Secret(Secret::Replace(token_with(*c))));
                let opened = super::integration(NEWEST, project(), slug, None);
                let planned = set_up(opened, &form, &values, Existing::Change);
                let found = planned.step.problems;
                assert!(found.iter().any(|one| names(one, *c)), "{slug} {what}: {found:?}");
                assert!(!found.iter().any(|one| gives_away(one)), "{slug} {what}: {found:?}");
            }
        }
    }
}
