//! Setting up one integration in many projects and groups: the one form, and where it begins.

use super::forming::Forming;
use super::opener::Opener;
use super::prepare::{counted, title_of};
use super::read::Opening;
use super::source::{Source, Sources};
use crate::browser::numbers::count_of;
use crate::edit::LeavingDialog;
use crate::sentences;
use crate::session::Session;
use crate::ui::{BusyButton, ButtonTone};
use leptos::prelude::*;
use patchbay_model::gitlab::plan::{Existing, set_up};

/// The page, once it is read.
#[component]
pub fn SetUpForm(session: Session, slug: String, opening: Opening) -> impl IntoView {
    let opener = Opener::here(session);
    let (chosen, opened) = (counted(opening.homes()), opening.opened.clone());
    let active = opened.iter().filter(|one| one.is_active()).count();
    let about = format!(
        "{chosen} chosen. {}.",
        match active {
            0 if !opening.unread.is_empty() => "None of those that were read has it yet".to_owned(),
            0 => "None has it yet".to_owned(),
            active => format!("{} it already", count_of(active, "has", "have")),
        }
    );
    let forming = Forming::new(session, &slug, &opening);
    let source = RwSignal::new(Source::Blank);
    let existing = RwSignal::new(Existing::Change);
    let sources = Sources::new(&slug, &opened);
    let settings = StoredValue::new(sources.clone());
    let drawn = move || forming.draw(&settings.with_value(|sources| sources.settings(&source.get())), true);
    let has = (active > 0).then(|| existing_choice(existing));
    let title = format!("Set up {} in {chosen}", title_of(&slug));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some((schema, values)) = forming.entered() else { return };
        let existing = existing.get_untracked();
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
