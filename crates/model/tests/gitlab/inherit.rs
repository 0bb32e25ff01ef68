//! Giving up own settings for inherited ones: the body has what GitLab requires, and nothing that could do harm.

use patchbay_model::gitlab::server::check_put;
use patchbay_model::gitlab::wire::{NO_DEFAULT, Refusal};
use patchbay_model::gitlab::{self, Level, Presence, Target, USE_INHERITED, inherit_body, is_secret};
use patchbay_model::{Mode, Object};
use serde_json::{Value, json};

use crate::least;

/// From the first version that has inheritance.
const VERSIONS: [&str; 10] = [
    "17.2.0-ee",
    "17.3.0",
    "17.7.0-ee",
    "17.8.0-ee",
    "17.9.0",
    "18.3.0-ee",
    "18.11.0-ee",
    "19.0.0",
    "19.5.0-ee",
    // One that does not say it, but reports `inherited`.
    "",
];

#[test]
fn no_server_misses_anything_in_it() {
    let mut checked = 0;
    for (version, level) in
        VERSIONS.iter().flat_map(|version| [(*version, Level::Project), (*version, Level::Group)])
    {
        let target = Target::read(version, level);
        for spec in gitlab::all().filter(|spec| spec.presence(target) != Presence::No) {
            // Nothing reported, what a server reports of the least that it takes, and all of a form's defaults.
            let defaults = gitlab::schema(target, spec.slug, Mode::Create, &Object::new(), &[]);
            let defaults = defaults.body(&defaults.defaults());
            let mut reported = least(spec);
            gitlab::strip_secrets(&mut reported);
            for settings in [Object::new(), reported, defaults] {
                let body = inherit_body(target, spec.slug, &settings);
                let taken = check_put(target, spec.slug, &body, false);
                assert!(taken.is_ok(), "{version} {level:?} {}: {taken:?} {body:?}", spec.slug);
                assert_eq!(body[USE_INHERITED], true);
                checked += 1;
            }
        }
    }
    assert!(checked > 1_000, "{checked}");
}

#[test]
fn what_is_reported_goes_back_as_it_is_and_the_rest_means_nothing() {
    let target = Target::read("18.11.0-ee", Level::Project);
    let settings = json!({ "url": "https://jira.example.org", "username": "", "commit_events": true });
    let body = inherit_body(target, "jira", settings.as_object().unwrap());
    assert_eq!(body["url"], "https://jira.example.org");
    assert!(!body.contains_key("commit_events"), "{body:?}");
    for (key, value) in body.iter().filter(|(key, _)| is_secret(key)) {
        assert_eq!(value, "inherited", "{key}");
    }
}

#[test]
fn values_of_an_unknown_integration_all_go_back() {
    let settings =
        json!({ "host": "h", "port": 1, "empty": "", "none": null, "on": true, "push_events": false });
    let body = inherit_body(Target::MANUAL, "brand-new", settings.as_object().unwrap());
    assert_eq!(Value::from(body), json!({ "host": "h", "port": 1, USE_INHERITED: true }));
}

#[test]
fn that_there_is_nothing_to_inherit_is_said() {
    for answer in [
        json!({ "message": "400 Bad request - Default integration not found." }),
        json!({ "message": "Default integration not found" }),
        json!({ "error": "Default integration not found." }),
    ] {
        assert_eq!(Refusal::read(400, &answer.to_string()).to_string(), NO_DEFAULT);
    }
}
