//! Setting up: created, changed or left alone, and what keeps it from being done.

use super::{WEBHOOK, body, changes, group, integration, project, slack, typed};
use patchbay_model::edit::Action;
use patchbay_model::gitlab::plan::{Existing, set_up};
use patchbay_model::gitlab::{Home, USE_INHERITED};
use serde_json::json;

const NEWEST: &str = "19.5.0-ee";

fn planned(
    opened: patchbay_model::gitlab::plan::Opened,
    existing: Existing,
) -> patchbay_model::gitlab::plan::Planned {
    let (form, values) = typed(NEWEST, json!({"channel": "#builds", "push_events": false}));
    set_up(opened, &form, &values, existing)
}

#[test]
fn one_that_was_never_set_up_gets_all_of_the_form() {
    let planned = planned(slack(NEWEST, project(), None), Existing::Change);
    assert_eq!((planned.step.action, &planned.step.problems), (Some(Action::Add), &Vec::new()));
    assert_eq!(
        (planned.step.key.as_str(), planned.step.name.as_str()),
        ("projects/101/integrations/slack", "acme/web")
    );
    let body = body(&planned);
    assert_eq!(
        (&body["webhook"], &body["channel"], &body["push_events"]),
        (&json!(WEBHOOK), &json!("#builds"), &json!(false))
    );
    assert!(!body.contains_key(USE_INHERITED), "{body:?}");
    let lines = changes(&planned);
    assert!(lines.contains(&"Webhook:  → new value".to_owned()), "{lines:?}");
    assert!(!format!("{planned:?}").contains("s3cret"), "a secret is printed");
}

#[test]
fn what_differs_is_changed_and_the_rest_stays() {
    let there = json!({"inherited": false, "properties": {"channel": "#old", "username": "gitlab"}, "push_events": false});
    let planned = planned(slack(NEWEST, project(), Some(there)), Existing::Change);
    assert_eq!(planned.step.action, Some(Action::Change));
    let lines = changes(&planned);
    assert!(lines.contains(&"Default channel: #old → #builds".to_owned()), "{lines:?}");
    assert!(lines.contains(&"Webhook: as stored → new value".to_owned()), "{lines:?}");
    // The form has no user name, so the one that is there goes.
    assert!(lines.contains(&"User name: gitlab → (none)".to_owned()), "{lines:?}");
    assert_eq!(body(&planned)[USE_INHERITED], json!(false));
}

#[test]
fn one_that_is_active_can_be_left_alone() {
    for (reported, because) in [
        (json!({"inherited": false}), "It is active already."),
        (json!({"inherited": true}), "It is active already, with inherited settings."),
    ] {
        let planned = planned(slack(NEWEST, project(), Some(reported)), Existing::Leave);
        assert_eq!((planned.work, planned.step.action), (None, None));
        assert_eq!(planned.step.notes, [because]);
    }
    // One that is not active is set up all the same.
    let off = slack(NEWEST, project(), Some(json!({"active": false, "properties": {"channel": "#builds"}})));
    let planned = planned(off, Existing::Leave);
    assert_eq!(changes(&planned)[0], "Status: not active → active");
}

#[test]
fn one_that_inherits_gets_its_own() {
    let planned = planned(slack(NEWEST, project(), Some(json!({"inherited": true}))), Existing::Change);
    assert_eq!(changes(&planned)[0], "Settings: inherited → its own");
    assert_eq!(body(&planned)[USE_INHERITED], json!(false));
}

#[test]
fn what_would_change_nothing_is_not_sent() {
    let (form, values) = typed(NEWEST, json!({}));
    let mut reported = form.body(&values);
    reported.remove("webhook");
    let mut kept = values;
    kept.set("webhook", patchbay_model::Entry::Secret(patchbay_model::Secret::Keep));
    let there = slack(NEWEST, project(), Some(json!({"inherited": false, "properties": reported})));
    let planned = set_up(there, &form, &kept, Existing::Change);
    assert_eq!((planned.work, planned.step.problems.len()), (None, 0));
    assert_eq!(planned.step.notes, ["It is so already."]);
}

#[test]
fn each_obstacle_is_a_problem_before_anything_is_sent() {
    let archived = Home { archived: true, ..project() };
    let developer = Home { access: Some(30), ..project() };
    let maintainer = Home { access: Some(40), ..group() };
    for (opened, problem) in [
        (slack(NEWEST, archived, None), "The project is archived, so GitLab does not accept changes."),
        (
            slack(NEWEST, developer, None),
            "You may not change integrations of this project: that takes the role Maintainer or a higher one.",
        ),
        (
            slack(NEWEST, maintainer, None),
            "You may not change integrations of this group: that takes the role Owner or a higher one.",
        ),
        (
            slack("16.11.0-ee", group(), None),
            "GitLab 17.9 or newer has an interface for integrations of groups; this server has GitLab 16.11.",
        ),
    ] {
        let planned = planned(opened, Existing::Change);
        assert_eq!(planned.step.problems, [problem]);
        assert!(!planned.step.is_ready());
    }
}

#[test]
fn what_the_version_the_license_or_the_level_excludes_is_a_problem() {
    for (version, home, slug, problem) in [
        ("14.8.0-ee", project(), "linear", "It came with GitLab"),
        (
            "19.5.0",
            project(),
            "github",
            "It requires GitLab Premium or Ultimate. This server is a Community Edition.",
        ),
        (NEWEST, group(), "jenkins-x", "Patchbay does not know this integration"),
        (NEWEST, project(), "gitlab-slack-application", "cannot be set up"),
    ] {
        let opened = integration(version, home, slug, None);
        let form = opened.form();
        let planned = set_up(opened, &form, &form.defaults(), Existing::Change);
        let said = planned.step.problems.join("\n");
        assert!(
            said.contains(problem) || (slug.starts_with("gitlab-slack") && !said.is_empty()),
            "{slug}: {said}"
        );
    }
}

#[test]
fn a_setting_that_a_project_does_not_have_is_left_out_and_named() {
    let (form, values) = typed(NEWEST, json!({"labels_to_be_notified": "~bug"}));
    let planned = set_up(slack("14.8.0-ee", project(), None), &form, &values, Existing::Change);
    assert!(planned.step.is_ready(), "{:?}", planned.step.problems);
    assert!(
        planned.step.notes.iter().any(|note| note.starts_with("It has no setting “")),
        "{:?}",
        planned.step.notes
    );
    assert!(!body(&planned).contains_key("labels_to_be_notified"));
}

#[test]
fn a_group_is_told_that_it_passes_it_on() {
    let planned = planned(slack(NEWEST, group(), None), Existing::Change);
    assert!(planned.step.is_ready(), "{:?}", planned.step.problems);
    assert!(
        planned.step.notes.iter().any(|note| note.starts_with("GitLab passes it on")),
        "{:?}",
        planned.step.notes
    );
    assert_eq!(planned.step.key, "groups/21/integrations/slack");
}
