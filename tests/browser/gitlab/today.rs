//! Each integration of the newest GitLab in the page: set up, read back, changed, disabled. Key files have tests of their
//! own.

use patchbay_model::gitlab::server::is_declared;
use patchbay_model::gitlab::{
    Category, Level, ParamKind, Presence, Spec, Target, Tier, Version, all, schema,
};
use patchbay_model::{Mode, Object};
use patchbay_sandbox::GitLab;
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::Value;

use super::filling::{fill_again, fill_required};
use super::form::{PROJECT, disable, only_put, open_form, saved, set_up};

const TARGET: Target =
    Target { version: Some(Version::NEWEST), at_most: Tier::Ultimate, level: Level::Project };

/// What this server has and lets be set up, without those whose keys are files.
fn offered(categories: &[Category]) -> impl Iterator<Item = &'static Spec> {
    let takes_file =
        |spec: &Spec| spec.params.iter().any(|param| matches!(param.kind, ParamKind::KeyFile(_)));
    all().filter(move |spec| {
        let is_there = spec.can_be_added() && spec.presence(TARGET) == Presence::Yes;
        is_there && !takes_file(spec) && categories.contains(&spec.category)
    })
}

/// Takes each integration of these categories through its life, and says how many there were.
#[track_caller]
fn go_through(categories: &[Category]) -> usize {
    let server = Server::new().gitlab(GitLab::V19_5).start();
    let page = server.open("/gitlab");
    offered(categories)
        .map(|spec| {
            from_nothing(&page, &server, spec);
            disable(&page, spec.title);
            assert_eq!(server.active_in(PROJECT), Vec::<String>::new(), "{}", spec.slug);
        })
        .count()
}

#[track_caller]
fn from_nothing(page: &Page<'_>, server: &Server, spec: &Spec) {
    let form = schema(TARGET, spec.slug, Mode::Create, &Object::new(), &[]);
    open_form(page, server, spec);
    if spec.leaving().is_some() {
        page.button(sentences::SET_IT_UP_ANYWAY).click();
    }
    fill_required(page, spec, &form, "first");
    // What is required only for a way of signing in.
    if spec.slug == "jira" {
        page.field("User name").fill("gitlab");
    }
    server.forget();
    set_up(page, spec.title);
    says_what_is_declared(spec, &only_put(server, spec.slug));
    is_as_sent(page, server, spec);
    if form.fields().next().is_none() {
        return;
    }
    fill_again(page, spec, &form, "second");
    let toggle = form.fields().find(|field| field.key.ends_with("_events") && field.shown.is_none());
    match toggle {
        Some(toggle) => {
            page.switch(&toggle.label).click();
        }
        // Required fields that are no secret are full: they get another text.
        None => fill_required(page, spec, &form, "third"),
    }
    server.forget();
    saved(page, spec.title);
    says_what_is_declared(spec, &only_put(server, spec.slug));
    is_as_sent(page, server, spec);
}

/// Every parameter that is required, and none that this server does not declare.
#[track_caller]
fn says_what_is_declared(spec: &Spec, sent: &Object) {
    for param in spec.params.iter().filter(|param| param.required) {
        let value = sent.get(param.key);
        assert!(value.is_some_and(|value| !value.is_null()), "{}: {}", spec.slug, param.key);
    }
    for key in sent.keys().filter(|key| *key != "use_inherited_settings") {
        let param = spec.param(key);
        let is_known = param.is_some_and(|param| is_declared(param, TARGET));
        assert!(is_known, "{}: {key} is sent", spec.slug);
    }
}

#[track_caller]
fn is_as_sent(page: &Page<'_>, server: &Server, spec: &Spec) {
    let there = server.integration_of(PROJECT, spec.slug);
    assert_eq!(there["active"], Value::Bool(true), "{}", spec.slug);
    // Nobody is told of settings that nobody asked for.
    page.heading(spec.title).appears().without(&page.role("alert").with_text("Saved, but"));
}

#[test]
fn those_for_chats() {
    assert_eq!(go_through(&[Category::Chat]), 14);
}

#[test]
fn those_for_issues() {
    assert_eq!(go_through(&[Category::Issues]), 14);
}

#[test]
fn all_others() {
    let others: Vec<_> =
        Category::ALL.into_iter().filter(|one| !matches!(one, Category::Chat | Category::Issues)).collect();
    assert_eq!(go_through(&others), 19);
}
