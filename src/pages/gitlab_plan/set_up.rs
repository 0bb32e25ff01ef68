//! Setting up one integration in many projects and groups: the one form, and where it begins.

use super::opener::Opener;
use super::prepare::{counted, target, title_of};
use super::read::Opening;
use super::source::{Source, Sources};
use crate::browser::numbers::count_of;
use crate::browser::reactive::{derive, memo};
use crate::browser::{leaving, root};
use crate::edit::LeavingDialog;
use crate::form::{FormState, Sections, field_id};
use crate::route::{Guard, navigation};
use crate::sentences;
use crate::session::Session;
use crate::ui::{BusyButton, ButtonTone, ErrorSummary};
use leptos::prelude::*;
use patchbay_model::gitlab::plan::{Existing, set_up};
use patchbay_model::gitlab::{self, Level};
use patchbay_model::{Mode, Object};
use std::sync::Arc;

/// The id of what is wrong with the form.
const SUMMARY: &str = "set-up-problems";

/// The page, once it is read.
#[component]
pub fn SetUpForm(session: Session, slug: String, opening: Opening) -> impl IntoView {
    let opener = Opener::here(session);
    let (chosen, opened) = (counted(opening.homes()), opening.opened.clone());
    let active = opened.iter().filter(|one| one.is_active()).count();
    let about = format!(
        "{chosen} chosen. {}.",
        match active {
            0 => "None has it yet".to_owned(),
            active => format!("{} it already", count_of(active, "has", "have")),
        }
    );
    let level =
        if opening.homes().any(|home| home.level == Level::Project) { Level::Project } else { Level::Group };
    let target = target(session, level);
    let form_of = {
        let slug = slug.clone();
        move |settings: &Object| {
            let schema = Arc::new(gitlab::schema(target, &slug, Mode::Create, settings, &[]));
            let defaults = schema.defaults();
            let start = schema.with(&schema.defaults(), &schema.read(settings));
            FormState::new(schema, defaults, start)
        }
    };
    let source = RwSignal::new(Source::Blank);
    let existing = RwSignal::new(Existing::Change);
    // Another beginning is another form.
    let form = StoredValue::new(None::<FormState>);
    let sources = Sources::new(&slug, &opened);
    let settings = StoredValue::new(sources.clone());
    let drawn = move || {
        let begun = form_of(&settings.with_value(|sources| sources.settings(&source.get())));
        form.set_value(Some(begun));
        view! { <FormPart form=begun /> }
    };
    let has = (active > 0).then(|| existing_choice(existing));
    let title = format!("Set up {} in {chosen}", title_of(&slug));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(form) = form.get_value() else { return };
        form.submitted.set(true);
        if !untrack(|| form.problems()).is_empty() {
            request_animation_frame(|| {
                root::focus(SUMMARY);
            });
            return;
        }
        let (schema, values, existing) = (form.schema(), form.values(), existing.get_untracked());
        let planned = opening.planned(|one| set_up(one, &schema, &values, existing));
        opener.open(title.clone(), planned);
    };
    view! {
        <p class="sub">{about}</p>
        <form class="panel" novalidate on:submit=submit>
            {sources.choice(source)}
            {has}
            {drawn}
            <div class="foot">
                <BusyButton label=sentences::SHOW_THE_PLAN tone=ButtonTone::Primary submit=true />
                <span class="sub">"Nothing is sent before you have seen the plan."</span>
            </div>
        </form>
        <LeavingDialog />
    }
}

/// The fields, with what is wrong with them above.
#[component]
fn FormPart(form: FormState) -> impl IntoView {
    let dirty = memo(move || form.differing() > 0);
    navigation().guard(derive(move || if dirty.get() { Guard::Unsaved } else { Guard::Clear }));
    leaving::guard(dirty.into());
    let listed = memo(move || if form.submitted.get() { form.problems() } else { Vec::new() });
    let problems = derive(move || {
        let problems = listed.get().into_iter();
        problems
            .map(|(key, label, sentence)| (field_id(&key), format!("{label}: {sentence}")))
            .collect::<Vec<_>>()
    });
    let title = derive(move || match listed.read().len() {
        1 => sentences::ONE_SETTING_NEEDS_ATTENTION.to_owned(),
        count => format!("{} need attention", count_of(count, "setting", "settings")),
    });
    view! {
        <ErrorSummary id=SUMMARY title problems />
        <Sections form />
    }
}

/// What is done with those that have it already.
fn existing_choice(existing: RwSignal<Existing>) -> impl IntoView {
    let radio = move |value: Existing, label: &'static str| {
        view! {
            <label>
                <input
                    type="radio"
                    name="existing"
                    prop:checked=move || existing.get() == value
                    on:change=move |_| existing.set(value)
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <div class="section">
            <fieldset class="radios">
                <legend>"Where it is active already"</legend>
                {radio(Existing::Change, "Give it these settings")}
                {radio(Existing::Leave, "Leave it as it is")}
            </fieldset>
        </div>
    }
}
