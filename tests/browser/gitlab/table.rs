//! Versions × integrations in the page, of projects and of groups: each is set up, read back, changed and disabled. What the
//! manual says of those of 14.8 is in `every`.

use patchbay_model::Object;
use patchbay_model::gitlab::server::is_declared;
use patchbay_model::gitlab::{Category, Level, Presence, Spec, Target};
use patchbay_tests::sentences;
use patchbay_tests::{GitLab, Page, Server};
use serde_json::Value;

use super::columns::Column;
use super::facts::slugs;
use super::filling::{change, fill_again, fill_required};
use super::form::{Place, disable, saved, set_up};

/// Takes these integrations of a server through their lives, and says how many there were.
#[track_caller]
fn go_through(column: Column, specs: impl Iterator<Item = &'static Spec>) -> usize {
    let server = Server::new().gitlab(column.gitlab).start();
    let place = Place::of(&server, column.gitlab, column.level);
    let page = server.open("/gitlab");
    specs
        .map(|spec| {
            from_nothing(&page, &server, &place, column, spec);
            disable(&page, spec.title);
            assert_eq!(place.active(&server), Vec::<String>::new(), "{}", spec.slug);
        })
        .count()
}

#[track_caller]
fn from_nothing(page: &Page<'_>, server: &Server, place: &Place, column: Column, spec: &Spec) {
    let form = column.form(spec);
    place.open_form(page, server, spec);
    // What GitLab has given up, or is giving up, is not set up by accident.
    if let Some(reason) = spec.leaving() {
        page.sees(reason);
        page.button(sentences::SET_IT_UP_ANYWAY).click();
    }
    fill_required(page, spec, &form, "first");
    server.forget();
    set_up(page, spec.title);
    let sent = is_as_sent(page, server, place, column, spec);
    if form.fields().next().is_none() {
        return;
    }
    let changed = change(page, spec, column.target(), &form, &sent);
    fill_again(page, spec, &form, "second");
    server.forget();
    saved(page, spec.title);
    let sent = is_as_sent(page, server, place, column, spec);
    if let Some((key, value)) = changed {
        assert_eq!(sent.get(&key), Some(&value), "{}: {key}", spec.slug);
    }
}

/// The only change said every parameter that is required and none that this server does not declare, and GitLab has what it
/// said.
#[track_caller]
fn is_as_sent(page: &Page<'_>, server: &Server, place: &Place, column: Column, spec: &Spec) -> Object {
    let sent = place.only_put(server, spec.slug);
    says_what_is_declared(column.target(), spec, &sent);
    let there = place.integration(server, spec.slug);
    assert_eq!(there["active"], Value::Bool(true), "{}", spec.slug);
    let form = column.form(spec);
    let mut differs = false;
    for (key, value) in sent.iter().filter(|(key, _)| *key != "use_inherited_settings") {
        let Some(param) = spec.param(key) else { continue };
        let reported = there["properties"].get(key).or_else(|| there.get(key));
        // Old servers hide what only sounds like a secret.
        let hidden = param.kind.is_secret() || key.contains("key");
        if hidden || reported == Some(value) || says_nothing(value) {
            continue;
        }
        // What a server may do without is off where it does.
        let may_be_missing = form.field(key).is_some_and(|field| field.may_be_missing);
        if may_be_missing && *value == Value::Bool(false) && reported.is_none() {
            continue;
        }
        page.role("alert").with_text("Saved, but").shows(param.label);
        differs = true;
    }
    if !differs {
        // Nobody is told of settings that nobody asked for.
        page.heading(spec.title).appears().without(&page.role("alert").with_text("Saved, but"));
    }
    sent
}

fn says_nothing(value: &Value) -> bool {
    value == "" || *value == Value::Array(Vec::new())
}

#[track_caller]
fn says_what_is_declared(target: Target, spec: &Spec, sent: &Object) {
    for param in spec.params.iter().filter(|param| param.is_required(target) && is_declared(param, target)) {
        let value = sent.get(param.key);
        assert!(value.is_some_and(|value| !value.is_null()), "{}: {}", spec.slug, param.key);
    }
    for key in sent.keys().filter(|key| *key != "use_inherited_settings") {
        let param = spec.param(key);
        let is_known =
            param.is_some_and(|param| is_declared(param, target) || param.presence(target) != Presence::No);
        assert!(is_known, "{}: {key} is sent", spec.slug);
    }
}

const CHATS: fn(Category) -> bool = |category| category == Category::Chat;
const ISSUES: fn(Category) -> bool = |category| category == Category::Issues;
const OTHERS: fn(Category) -> bool = |category| !CHATS(category) && !ISSUES(category);

/// The integrations of some categories in the newest GitLab.
#[track_caller]
fn newest(level: Level, is_one: fn(Category) -> bool) -> usize {
    let column = Column { gitlab: GitLab::V19_5, level };
    go_through(column, column.new_forms().filter(|spec| is_one(spec.category)))
}

/// What is another form in an older GitLab than in those before it in the table.
#[track_caller]
fn older(gitlab: GitLab, level: Level) -> usize {
    let column = Column { gitlab, level };
    go_through(column, column.new_forms())
}

#[test]
fn those_for_chats() {
    assert_eq!(newest(Level::Project, CHATS), 14);
}

#[test]
fn those_for_issues() {
    assert_eq!(newest(Level::Project, ISSUES), 14);
}

#[test]
fn all_others() {
    assert_eq!(newest(Level::Project, OTHERS), 21);
}

#[test]
fn those_of_groups_for_chats() {
    assert_eq!(newest(Level::Group, CHATS), 14);
}

#[test]
fn those_of_groups_for_issues() {
    assert_eq!(newest(Level::Group, ISSUES), 14);
}

#[test]
fn all_others_of_groups() {
    assert_eq!(newest(Level::Group, OTHERS), 16);
}

#[test]
fn other_forms_of_18_11() {
    assert_eq!(older(GitLab::V18_11, Level::Project), 3);
}

#[test]
fn other_forms_of_17_9() {
    assert_eq!(older(GitLab::V17_9, Level::Project), 12);
}

#[test]
fn other_forms_of_16_11() {
    assert_eq!(older(GitLab::V16_11, Level::Project), 12);
}

#[test]
fn other_forms_of_13_12() {
    assert_eq!(older(GitLab::V13_12, Level::Project), 4);
}

#[test]
fn other_forms_of_groups_in_18_11() {
    assert_eq!(older(GitLab::V18_11, Level::Group), 4);
}

#[test]
fn other_forms_of_groups_in_17_9() {
    assert_eq!(older(GitLab::V17_9, Level::Group), 13);
}

/// Those of the manual's version are driven in `every`.
#[test]
fn other_forms_of_14_8_are_of_the_manual() {
    let column = Column { gitlab: GitLab::V14_8, level: Level::Project };
    let of_manual = slugs();
    let others: Vec<_> = column.new_forms().filter(|spec| !of_manual.contains(spec.slug)).collect();
    assert!(others.is_empty(), "{others:?}");
    assert_eq!(column.new_forms().count(), 20);
}

#[test]
#[ignore = "takes a quarter of an hour, and what it drives beside the others has forms that they drive"]
fn everything() {
    let mut driven = Vec::new();
    for column in Column::all() {
        let count = go_through(column, column.integrations());
        println!("GitLab {} {:?}: {count}", column.gitlab.version(), column.level);
        driven.push(count);
    }
    assert_eq!(driven, [49, 38, 50, 49, 48, 38, 44, 45, 44]);
}
