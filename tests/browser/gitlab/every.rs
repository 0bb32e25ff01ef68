//! Each of the manual's integrations in the page: set up, read back, changed, disabled.

use patchbay_model::Object;
use patchbay_model::gitlab::{Category, Param, ParamStanding, Spec, Target, all};
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::Value;

use super::facts::{Fact, facts_of, slugs};
use super::filling::{change, empty_form, fill_again, fill_required};
use super::form::{PROJECT, disable, only_put, open_form, saved, set_up};

/// Takes each integration of these categories through its life, and says how many there were.
#[track_caller]
fn go_through(categories: &[Category]) -> usize {
    let server = Server::new().start();
    let page = server.open("/gitlab");
    // Integrations that came after the manual may stand in the catalogue beside its own.
    let some = all().filter(|spec| slugs().contains(spec.slug) && categories.contains(&spec.category));
    some.map(|spec| {
        from_nothing(&page, &server, spec);
        disable(&page, spec.title);
        assert_eq!(server.active_in(PROJECT), Vec::<String>::new(), "{}", spec.slug);
    })
    .count()
}

/// Set up from an empty form, read back, and changed.
#[track_caller]
fn from_nothing(page: &Page<'_>, server: &Server, spec: &Spec) {
    let schema = empty_form(spec);
    open_form(page, server, spec);
    // What GitLab has given up, or is giving up, is not set up by accident.
    if let Some(reason) = spec.leaving() {
        page.sees(reason);
        page.button(sentences::SET_IT_UP_ANYWAY).click();
    }
    fill_required(page, spec, &schema, "first");
    server.forget();
    set_up(page, spec.title);
    let sent = only_put(server, spec.slug);
    says_everything(spec, &sent);
    is_as_sent_or_named(page, server, spec, &sent);
    let changed = change(page, spec, Target::MANUAL, &schema, &sent);
    fill_again(page, spec, &schema, "second");
    server.forget();
    saved(page, spec.title);
    let sent = only_put(server, spec.slug);
    for Fact { key, .. } in facts_of(spec.slug).filter(|fact| fact.required) {
        assert!(says_something(sent.get(key)), "{}: {key} is not sent again", spec.slug);
    }
    if let Some((key, value)) = changed {
        assert_eq!(sent.get(&key), Some(&value), "{}: {key}", spec.slug);
    }
    is_as_sent_or_named(page, server, spec, &sent);
}

/// Every key that the manual requires, every toggle, nothing that the catalogue does not have, and never `active`.
#[track_caller]
fn says_everything(spec: &Spec, sent: &Object) {
    for Fact { key, kind, required, .. } in facts_of(spec.slug) {
        let value = sent.get(key);
        if required {
            assert!(says_something(value), "{}: {key} is not sent", spec.slug);
        }
        if kind == "boolean" && spec.param(key).is_some_and(is_current_toggle) {
            assert!(value.is_some_and(Value::is_boolean), "{}: {key} is {value:?}", spec.slug);
        }
    }
    for key in sent.keys() {
        let documented = facts_of(spec.slug).any(|fact| fact.key == key);
        // Servers take events that the manual forgot.
        let forgotten = spec.events().any(|event| !event.in_manual && event.key == key);
        assert!((documented || forgotten) && key != "active", "{}: {key} is sent", spec.slug);
    }
}

/// What is no secret is on the server as it was sent, or the page says that it is not.
#[track_caller]
fn is_as_sent_or_named(page: &Page<'_>, server: &Server, spec: &Spec, sent: &Object) {
    let there = server.integration_of(PROJECT, spec.slug);
    assert_eq!(there["active"], true, "{}", spec.slug);
    for (key, value) in sent {
        // Flags that the server reports beside its own go along as they are.
        let Some(param) = spec.param(key) else {
            assert!(key.ends_with("_events") && there.get(key) == Some(value), "{}: {key}", spec.slug);
            continue;
        };
        let reported = there["properties"].get(key).or_else(|| there.get(key));
        // Old servers hide what only sounds like a secret.
        let hidden = param.kind.is_secret() || key.contains("key");
        if hidden || reported == Some(value) || value == "" {
            continue;
        }
        page.role("alert").with_text("Saved, but").shows(param.label);
    }
}

/// The manual calls two lists of branches booleans, and some toggles are out of use.
fn is_current_toggle(param: &Param) -> bool {
    param.kind.is_toggle() && matches!(param.standing, ParamStanding::Current | ParamStanding::Ignored(_))
}

fn says_something(value: Option<&Value>) -> bool {
    value.is_some_and(|value| !value.is_null() && value != "")
}

const CHATS: &[Category] = &[Category::Chat];
const ISSUES: &[Category] = &[Category::Issues];
const BUILDS: &[Category] = &[Category::Build];
const OTHERS: &[Category] = &[Category::Mail, Category::Documentation, Category::Monitoring, Category::Other];

#[test]
fn those_for_chats() {
    assert_eq!(go_through(CHATS), 13);
}

#[test]
fn those_for_issues() {
    assert_eq!(go_through(ISSUES), 9);
}

#[test]
fn those_for_builds() {
    assert_eq!(go_through(BUILDS), 8);
}

#[test]
fn those_for_mail_wikis_monitoring_and_packages() {
    assert_eq!(go_through(OTHERS), 7);
}

/// The tests above take every category of the manual's integrations, and so all of them.
#[test]
fn thirty_seven_in_all() {
    let taken = [CHATS, ISSUES, BUILDS, OTHERS].concat();
    let times = |category| taken.iter().filter(|other| **other == category).count();
    assert!(taken.iter().all(|category| times(*category) == 1), "{taken:?}");
    let specs = all().filter(|spec| slugs().contains(spec.slug) && taken.contains(&spec.category));
    assert_eq!((specs.count(), slugs().len()), (37, 37));
}
