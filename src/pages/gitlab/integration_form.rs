//! The form of one integration: sets it up, or changes it.

use super::about_home::archived;
use super::opened::{Beginning, Opened};
use crate::api::gitlab::address;
use crate::browser::effect::effect;
use crate::browser::numbers::count_of;
use crate::browser::reactive::{derive, memo};
use crate::edit::gitlab::Whose;
use crate::edit::{Editor, Hooks, Saver, put_at_fields};
use crate::form::FormState;
use crate::sentences;
use crate::ui::focus_title;
use leptos::prelude::*;
use patchbay_model::Mode;
use patchbay_model::gitlab::{self, is_activated_by_saving};
use std::sync::Arc;

/// Draws the form, and above it the result of saving.
#[component]
pub fn IntegrationForm(
    /// The page.
    opened: Opened,
    /// What it starts with.
    beginning: Beginning,
) -> impl IntoView {
    let Beginning { typed, missing, refusal, outcome, seen } = beginning;
    let slug = opened.slug();
    let mode = if opened.record.read_untracked().is_some() { Mode::Edit } else { Mode::Create };
    let settings = opened.settings();
    let schema = Arc::new(gitlab::schema(opened.target(), &slug, mode, &settings, &missing));
    let before = schema.read(&settings);
    let start = schema.with(&before, &typed);
    let form = FormState::new(schema.clone(), before, start);
    opened.form.set_value(Some(form));
    if let Some(refusal) = refusal {
        put_at_fields(form, refusal.problems(&schema));
    }
    let saver = saver(opened, form, mode);
    saver.outcome.set(outcome);
    saver.seen.set(seen);
    effect(move || opened.has_error.set(form.submitted.get() && !form.problems().is_empty()));
    let is_inherited = memo(move || opened.inherits() == Some(true));
    let changed = memo(move || form.differing());
    let can_activate = is_activated_by_saving(&slug);
    let activates = memo(move || can_activate && !opened.is_active());
    let submit_label = derive(move || match (mode, activates.get(), changed.get()) {
        (Mode::Create, ..) => sentences::SET_UP.to_owned(),
        (Mode::Edit, true, _) => sentences::SAVE_AND_ACTIVATE.to_owned(),
        (Mode::Edit, false, _) if is_inherited.get() => sentences::SAVE_OWN_SETTINGS.to_owned(),
        (Mode::Edit, false, 0) => "Save".to_owned(),
        (Mode::Edit, false, count) => format!("Save {}", count_of(count, "change", "changes")),
    });
    let disabled_because = derive(move || {
        let because =
            if opened.busy.get() { archived(opened.home.read().as_ref()) } else { opened.why_not() };
        if because.is_some() {
            return because;
        }
        let is_same = mode == Mode::Edit && !activates.get() && !is_inherited.get() && changed.get() == 0;
        is_same.then(|| "Nothing has been changed.".to_owned())
    });
    let url =
        derive(move || opened.session.server.url(&address(opened.session.server, opened.holder(), &slug)));
    let busy_label = if mode == Mode::Create { "Setting up…" } else { "Saving…" };
    view! { <Editor saver method="PUT" url submit_label busy_label disabled_because /> }
}

fn saver(opened: Opened, form: FormState, mode: Mode) -> Saver {
    // An integration that is set up has another form: drawn again, it says what differs from the request.
    let on_saved = Callback::new(move |reopen| {
        opened.reopen(reopen);
        focus_title();
    });
    let hooks = Hooks {
        on_saved: (mode == Mode::Create).then_some(on_saved),
        on_reopen: Some(Callback::new(move |reopen| opened.reopen(reopen))),
        on_moved: Some(Callback::new(move |error| opened.follow_home(error))),
        on_kept: None,
    };
    let rules = Arc::new(opened.rules(Whose::Own));
    Saver::new(rules, untrack(|| opened.resource()), form, opened.record, opened.busy, hooks)
}
