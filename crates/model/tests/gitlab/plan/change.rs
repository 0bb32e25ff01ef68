//! Changing some settings, disabling, and going back to inherited settings.

use crate::support::object;

use super::{WEBHOOK, body, changes, project, slack};
use patchbay_model::edit::Action;
use patchbay_model::gitlab::plan::{Opened, Planned, Work, again, apply, disable, fields_of, inherit};
use patchbay_model::gitlab::{Home, USE_INHERITED};
use patchbay_model::plan::edits::{Edit, How};
use patchbay_model::{Entry, Secret, Values};
use serde_json::{Value, json};

const NEWEST: &str = "19.5.0-ee";

fn there(given: Value) -> Opened {
    let mut reported = object(json!({"inherited": false, "push_events": true,
        "properties": {"channel": "#old", "branches_to_be_notified": "default"}}));
    reported.extend(object(given));
    slack(NEWEST, project(), Some(Value::Object(reported)))
}

fn secrets() -> Values {
    [("webhook".to_owned(), Entry::Secret(Secret::Replace(WEBHOOK.to_owned())))].into_iter().collect()
}

fn edited(opened: Opened, key: &str, how: How) -> Planned {
    apply(opened, &[Edit { key: key.to_owned(), how }], &secrets())
}

#[test]
fn each_way_to_change_a_setting() {
    let replaced = || How::Replace { text: "old".to_owned(), with: "new".to_owned() };
    for (key, how, change) in [
        ("channel", How::Set(Entry::from("#new")), "Default channel: #old → #new"),
        ("channel", How::Append(", #more".to_owned()), "Default channel: #old → #old, #more"),
        ("channel", How::Prepend("#first, ".to_owned()), "Default channel: #old → #first, #old"),
        ("channel", replaced(), "Default channel: #old → #new"),
        ("channel", How::Clear, "Default channel: #old → (none)"),
        ("push_events", How::Set(Entry::Toggle(Some(false))), "A push to the repository: on → off"),
    ] {
        let planned = edited(there(json!({})), key, how);
        assert!(planned.step.is_ready(), "{:?}", planned.step.problems);
        assert!(changes(&planned).contains(&change.to_owned()), "{change}: {:?}", changes(&planned));
        assert!(changes(&planned).contains(&"Webhook: as stored → new value".to_owned()));
        let body = body(&planned);
        assert_eq!((&body["webhook"], &body[USE_INHERITED]), (&json!(WEBHOOK), &json!(false)));
    }
}

#[test]
fn the_secret_that_gitlab_requires_is_a_problem_until_it_is_given() {
    let edit = Edit { key: "channel".to_owned(), how: How::Set(Entry::from("#new")) };
    let planned = apply(there(json!({})), &[edit], &Values::default());
    assert_eq!(planned.step.problems, ["Webhook: Webhook is required."]);
}

#[test]
fn where_an_edit_changes_nothing_its_secret_is_not_sent_either() {
    let planned = edited(there(json!({})), "channel", How::Set(Entry::from("#old")));
    assert_eq!((planned.work, planned.step.action), (None, None));
    assert_eq!(planned.step.notes, ["“Default channel” is so already."]);
    let planned =
        edited(there(json!({})), "channel", How::Replace { text: "x".to_owned(), with: "y".to_owned() });
    assert_eq!(planned.step.notes, ["“Default channel” does not contain “x”."]);
    // Without edits the secret alone is the change.
    let planned = apply(there(json!({})), &[], &secrets());
    assert_eq!(changes(&planned), ["Webhook: as stored → new value"]);
}

#[test]
fn only_what_is_active_with_its_own_settings_is_changed() {
    for (opened, because) in [
        (slack(NEWEST, project(), None), "It is not active here. Set it up to activate it."),
        (there(json!({"active": false})), "It is not active here. Set it up to activate it."),
        (
            there(json!({"inherited": true})),
            "It uses inherited settings. Change them in the group above, or set it up to give it its own.",
        ),
    ] {
        let planned = edited(opened, "channel", How::Set(Entry::from("#new")));
        assert_eq!((planned.work, planned.step.problems.len()), (None, 0));
        assert_eq!(planned.step.notes, [because]);
    }
}

#[test]
fn a_setting_that_cannot_be_changed_so_is_a_problem() {
    let planned = edited(there(json!({})), "no_such", How::Set(Entry::from("x")));
    assert_eq!(
        planned.step.problems,
        ["Slack notifications has no setting “no_such” that can be changed so."]
    );
    let planned = edited(there(json!({})), "push_events", How::Append("x".to_owned()));
    assert!(!planned.step.is_ready());
}

#[test]
fn the_settings_on_offer_are_those_that_all_have_and_no_secret() {
    let fields = fields_of(&[there(json!({})), slack(NEWEST, project(), None)]);
    let keys: Vec<&str> = fields.iter().map(|field| field.key.as_ref()).collect();
    assert!(keys.contains(&"channel") && keys.contains(&"push_events"), "{keys:?}");
    assert!(!keys.contains(&"webhook"), "{keys:?}");
}

#[test]
fn disabling_takes_only_what_is_active() {
    let planned = disable(there(json!({})));
    assert_eq!((planned.step.action, planned.work.clone()), (Some(Action::Switch), Some(Work::Disable)));
    assert_eq!(changes(&planned), ["Status: active → not active"]);
    for opened in [there(json!({"active": false})), slack(NEWEST, project(), None)] {
        assert_eq!(disable(opened).step.notes, ["It is not active here."]);
    }
    let archived = Opened { home: Home { archived: true, ..project() }, ..there(json!({})) };
    assert!(!disable(archived).step.is_ready());
    let linked = disable(there(json!({"inherited": true})));
    assert!(linked.step.is_ready() && linked.step.notes[0].contains("the link to them stays"));
}

#[test]
fn going_back_to_inherited_settings_needs_a_server_that_says_whose_they_are() {
    let planned = inherit(there(json!({})));
    assert_eq!(
        (changes(&planned), planned.step.is_ready()),
        (vec!["Settings: its own → inherited".to_owned()], true)
    );
    assert_eq!(body(&planned)[USE_INHERITED], json!(true));
    assert_eq!(
        inherit(there(json!({"inherited": true}))).step.notes,
        ["It uses inherited settings already."]
    );
    let silent = inherit(slack("16.11.0-ee", project(), Some(json!({}))));
    assert!(silent.step.problems[0].contains("That came with GitLab 17.2") || !silent.step.is_ready());
    assert_eq!(
        inherit(slack(NEWEST, project(), None)).step.notes,
        ["It was never set up here, so it has no settings of its own."]
    );
}

#[test]
fn planned_again_keeps_what_was_asked_and_takes_the_rest_as_it_is_now() {
    let planned = edited(there(json!({})), "channel", How::Set(Entry::from("#new")));
    let now = there(json!({"push_events": false})).integration;
    let next = again(&planned, now);
    assert_eq!(changes(&next), ["Webhook: as stored → new value", "Default channel: #old → #new"]);
    assert_eq!(body(&next)["push_events"], json!(false));
    // Somebody disabled it: what was planned activates it again, and says so.
    let next = again(&planned, there(json!({"active": false})).integration);
    assert_eq!(changes(&next)[0], "Status: not active → active");
    let gone = again(&disable(there(json!({}))), None);
    assert_eq!((gone.work, gone.step.notes.len()), (None, 1));
}
