//! The form of one integration: sets it up, or changes it.

use super::about_project::ARCHIVED;
use super::integration_sheet::{Draft, Sheet};
use super::outcome;
use super::sending::Sending;
use crate::api::gitlab as api;
use crate::browser::effect::effect;
use crate::form::FormState;
use crate::pages::editing::{ConflictDialog, Editor, OUTCOME, Preview, put_at_fields};
use crate::pages::integrations::words::count_of;
use crate::reactive::{derive, memo};
use crate::ui::el::el;
use leptos::prelude::*;
use patchbay_model::gitlab::{self, Integration};
use patchbay_model::{Mode, Object, Vendor};
use std::sync::Arc;

/// Draws the form, and above it what came of sending it.
#[component]
pub fn IntegrationForm(
    /// The page.
    sheet: Sheet,
    /// What it begins with.
    draft: Draft,
) -> impl IntoView {
    let Draft { there, typed, wanted, refusal } = draft;
    let slug = sheet.slug();
    let (mode, settings) = match there {
        Some(Integration { settings, .. }) => (Mode::Edit, settings),
        None => (Mode::Create, Object::new()),
    };
    let schema = Arc::new(gitlab::schema(&slug, mode, &settings, &wanted));
    let before = schema.read(&settings);
    let mut start = before.clone();
    for field in schema.fields() {
        if let Some(entry) = typed.get(&field.key) {
            start.set(field.key.as_ref(), entry.clone());
        }
    }
    let form = FormState::new(schema.clone(), before, start, Signal::stored(Arc::default()));
    sheet.form.set_value(Some(form));
    if let Some(refusal) = refusal {
        put_at_fields(form, refusal.problems(&schema));
    }
    let sending = Sending::new(sheet, form);
    effect(move || sheet.has_error.set(form.submitted.get() && !form.problems().is_empty()));
    let is_archived = move || sheet.project.read().as_ref().is_some_and(|project| project.archived);
    let is_active = memo(move || sheet.there.read().as_ref().is_some_and(|there| there.active));
    let is_inherited =
        memo(move || sheet.there.read().as_ref().is_some_and(|there| there.inherited == Some(true)));
    let changed = memo(move || form.differing());
    let submit_label = derive(move || match (mode, is_active.get(), changed.get()) {
        (Mode::Create, ..) => "Set up".to_owned(),
        (Mode::Edit, false, _) => "Save and activate".to_owned(),
        (Mode::Edit, true, _) if is_inherited.get() => "Save for this project only".to_owned(),
        (Mode::Edit, true, 0) => "Save".to_owned(),
        (Mode::Edit, true, count) => format!("Save {}", count_of(count, "change", "changes")),
    });
    let disabled_because = derive(move || {
        if is_archived() {
            Some(ARCHIVED.to_owned())
        } else if sheet.disabling.get() {
            Some("It is being disabled.".to_owned())
        } else if mode == Mode::Edit && is_active.get() && !is_inherited.get() && changed.get() == 0 {
            Some("Nothing has been changed.".to_owned())
        } else {
            None
        }
    });
    let preview = derive(move || {
        let there = sheet.there.get();
        let inherited = there.as_ref().and_then(|there| there.inherited);
        let number = sheet.project.read().as_ref().map_or(0, |project| project.id);
        Preview {
            vendor: Vendor::GitLab,
            method: "PUT",
            url: sheet.gitlab.server.url(&api::address(sheet.gitlab, number, &slug)),
            body: gitlab::request_body(&slug, &form.schema(), &form.before(), &form.live_values(), inherited),
            current: there.map(|there| there.settings),
        }
    });
    let submit = Callback::new(move |()| {
        if untrack(|| disabled_because.get()).is_none() {
            sending.save();
        }
    });
    let said = move || sheet.outcome.get().map(|outcome| outcome::draw(outcome, sending)).into_any();
    view! {
        {el("div").attr("id", OUTCOME).class("outcome").live_view(said)}
        <Editor
            form
            preview
            submit_label
            busy_label=if mode == Mode::Create { "Setting up…" } else { "Saving…" }
            busy=sheet.busy
            disabled_because
            on_submit=submit
            on_discard=Callback::new(move |()| form.reset(&form.before_untracked()))
        />
        <ConflictDialog
            conflicts=derive(move || sending.clash.get().map(|clash| clash.conflicts).unwrap_or_default())
            on_close=Callback::new(move |()| sending.clash.set(None))
            on_settle=Callback::new(move |keep_mine| sending.settle(keep_mine))
            on_save=Callback::new(move |()| sending.save())
        />
    }
}
