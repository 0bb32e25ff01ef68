//! Disabling one integration in many projects and groups, and letting it use inherited settings there: what that means, and
//! the way to the plan.

use super::opener::Opener;
use super::prepare::{counted, title_of};
use super::read::Opening;
use crate::browser::reactive::click;
use crate::pages::gitlab::words::settings_when_disabled;
use crate::sentences;
use crate::session::Session;
use leptos::prelude::*;
use patchbay_model::gitlab::plan::{disable, inherit};

/// Disabling.
#[component]
pub fn DisableForm(session: Session, slug: String, opening: Opening) -> impl IntoView {
    let opener = Opener::here(session);
    let chosen = counted(opening.homes());
    let active = opening.opened.iter().filter(|one| one.is_active()).count();
    let title = format!("Disable {} in {chosen}", title_of(&slug));
    let about = format!("{chosen} chosen. It is active in {active} of them.");
    let meaning = settings_when_disabled(session.version.get_untracked().as_deref());
    let show = click(move || opener.open(title.clone(), opening.planned(disable)));
    view! {
        <p class="sub">{about}</p>
        <div class="panel section">
            <p>{format!("It stops working at once. {meaning}")}</p>
            <p>"An export keeps the settings that GitLab shows, without secrets."</p>
            {to_the_plan(show)}
        </div>
    }
}

/// Going back to inherited settings.
#[component]
pub fn InheritForm(session: Session, slug: String, opening: Opening) -> impl IntoView {
    let opener = Opener::here(session);
    let chosen = counted(opening.homes());
    let own = opening.opened.iter().filter(|one| one.inherits() == Some(false)).count();
    let title = format!("Use inherited settings of {} in {chosen}", title_of(&slug));
    let about = format!("{chosen} chosen. It has settings of its own in {own} of them.");
    let show = click(move || opener.open(title.clone(), opening.planned(inherit)));
    view! {
        <p class="sub">{about}</p>
        <div class="panel section">
            <p>
                "Their own settings and secrets are lost. Each gets the settings of the nearest group above it that has its own, or of the instance, and follows their changes from then on."
            </p>
            {to_the_plan(show)}
        </div>
    }
}

fn to_the_plan(show: impl FnMut(web_sys::MouseEvent) + 'static) -> impl IntoView {
    view! {
        <p class="actions">
            <button type="button" class="primary" on:click=show>
                {sentences::SHOW_THE_PLAN}
            </button>
        </p>
    }
}
