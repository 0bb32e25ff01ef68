//! The way back, and what came of steps whose page was reloaded.

use super::{WEBHOOK, changes, project, read, slack, typed, written};
use patchbay_model::edit::Action;
use patchbay_model::gitlab::Level;
use patchbay_model::gitlab::plan::{
    Existing, Opened, Work, apply, asked, came_of, disable, inherit, place_of, reverse, set_up, with_secrets,
};
use patchbay_model::plan::Ending;
use patchbay_model::plan::edits::{Edit, How};
use patchbay_model::{Entry, Secret, Values};
use serde_json::json;

const NEWEST: &str = "19.5.0-ee";

fn secrets() -> Values {
    [("webhook".to_owned(), Entry::Secret(Secret::Replace(WEBHOOK.to_owned())))].into_iter().collect()
}

fn there() -> Opened {
    let reported = json!({"inherited": false, "push_events": true, "properties": {"channel": "#old"}});
    slack(NEWEST, project(), Some(reported))
}

fn edited() -> patchbay_model::gitlab::plan::Planned {
    let edit = Edit { key: "channel".to_owned(), how: How::Set(Entry::from("#new")) };
    apply(there(), &[edit], &secrets())
}

#[test]
fn what_was_set_up_is_disabled() {
    let (form, values) = typed(NEWEST, json!({}));
    for before in [None, Some(json!({"active": false, "inherited": false}))] {
        let planned = set_up(slack(NEWEST, project(), before), &form, &values, Existing::Change);
        let back = reverse(&planned, Some(written(&planned))).expect("a way back");
        assert_eq!(back.work, Some(Work::Disable));
    }
}

#[test]
fn what_was_changed_is_changed_back_with_its_secret_asked_for() {
    let planned = edited();
    let back = reverse(&planned, Some(written(&planned))).expect("a way back");
    assert_eq!(changes(&back), ["Default channel: #new → #old"]);
    assert_eq!(back.step.problems, ["Webhook: Webhook is required."]);
    let lost = "Webhook: GitLab never returns secrets, so the one before cannot be put back.";
    assert!(back.step.notes.iter().any(|note| note == lost), "{:?}", back.step.notes);
    let wanted = asked(std::slice::from_ref(&back));
    assert_eq!(
        (wanted.len(), wanted[0].field.key.as_ref(), wanted[0].steps.as_slice()),
        (1, "webhook", [0].as_slice())
    );
    let given = with_secrets(back, "slack", &secrets());
    assert!(given.step.is_ready(), "{:?}", given.step.problems);
    assert!(given.step.notes.iter().any(|note| note == lost), "{:?}", given.step.notes);
}

#[test]
fn what_was_disabled_is_set_up_again() {
    let planned = disable(there());
    // Newer servers clear all but the events.
    let cleared = read("slack", json!({"active": false, "inherited": false, "push_events": true}));
    let back = reverse(&planned, Some(cleared)).expect("a way back");
    assert_eq!(changes(&back), ["Status: not active → active", "Default channel: (none) → #old"]);
    let gone = reverse(&planned, None).expect("a way back");
    assert_eq!(gone.step.action, Some(Action::Add));
    assert!(with_secrets(gone, "slack", &secrets()).step.is_ready());
}

#[test]
fn whose_settings_it_used_comes_back() {
    let planned = inherit(there());
    let now =
        read("slack", json!({"inherited": true, "push_events": true, "properties": {"channel": "#group"}}));
    let back = reverse(&planned, Some(now)).expect("a way back");
    assert_eq!(changes(&back), ["Settings: inherited → its own", "Default channel: #group → #old"]);
    let (form, values) = typed(NEWEST, json!({}));
    let inherits = slack(NEWEST, project(), Some(json!({"inherited": true})));
    let planned = set_up(inherits, &form, &values, Existing::Change);
    let back = reverse(&planned, Some(written(&planned))).expect("a way back");
    assert_eq!(back.work, Some(Work::Inherit));
}

#[test]
fn what_was_disabled_and_inherits_cannot_be_activated_alone() {
    let planned = disable(slack(NEWEST, project(), Some(json!({"inherited": true}))));
    let now = read("slack", json!({"active": false, "inherited": true}));
    let back = reverse(&planned, Some(now)).expect("a step that says so");
    assert_eq!((back.work, back.step.action, back.step.notes.len()), (None, None, 1));
}

#[test]
fn what_did_nothing_has_no_way_back() {
    let left = disable(slack(NEWEST, project(), None));
    assert_eq!(reverse(&left, None), None);
}

#[test]
fn what_came_of_a_step_is_read_from_what_gitlab_has() {
    let (form, values) = typed(NEWEST, json!({"channel": "#new"}));
    let added = set_up(slack(NEWEST, project(), None), &form, &values, Existing::Change);
    let now = |given: serde_json::Value| there().now(Some(read("slack", given)));
    let nowhere = slack(NEWEST, project(), None);
    let is_set_up = there().now(Some(written(&added)));
    for (step, now, ending) in [
        (&added.step, &is_set_up, Ending::Done),
        (&added.step, &nowhere, Ending::Failed),
        // Only the secret is not to be seen.
        (
            &edited().step,
            &now(json!({"inherited": false, "properties": {"channel": "#new"}})),
            Ending::Unknown,
        ),
        (
            &edited().step,
            &now(json!({"inherited": false, "properties": {"channel": "#old"}})),
            Ending::Failed,
        ),
        (
            &edited().step,
            &now(json!({"inherited": false, "properties": {"channel": "#other"}})),
            Ending::Remarked,
        ),
        (&disable(there()).step, &now(json!({"active": false})), Ending::Done),
        (&disable(there()).step, &nowhere, Ending::Done),
        (&disable(there()).step, &now(json!({})), Ending::Failed),
        (&inherit(there()).step, &now(json!({"inherited": true})), Ending::Done),
        (&inherit(there()).step, &now(json!({"inherited": false})), Ending::Failed),
    ] {
        let target = now.target.at(now.home.level);
        assert_eq!(came_of(step, target, "slack", now.integration.as_ref()), ending, "{:?}", step.changes);
    }
}

#[test]
fn a_step_names_its_place() {
    assert_eq!(place_of(&there().key()), Some((Level::Project, 101, "slack")));
    assert_eq!(place_of("groups/21/integrations/emails-on-push"), Some((Level::Group, 21, "emails-on-push")));
    for other in ["", "#17", "projects/x/integrations/slack", "projects/1/hooks/2", "projects/1/integrations"]
    {
        assert_eq!(place_of(other), None, "{other}");
    }
}
