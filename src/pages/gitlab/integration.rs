//! The page of one integration of a project.

use super::about_project::ARCHIVED;
use super::disable_dialog::DisableDialog;
use super::disabling::Disabling;
use super::integration_about::{leaving_title, notices, status};
use super::integration_form::IntegrationForm;
use super::opened::{Beginning, Opened};
use crate::api::Found;
use crate::browser::reactive::{derive, memo};
use crate::route::{GitLabRoute, Route};
use crate::session::awaited::awaited;
use crate::session::{Session, TroubleNotice};
use crate::ui::el::{El, button, el};
use crate::ui::{BusyButton, ButtonTone, Notice, Tone};
use crate::ui::{PageTitle, focus_title};
use leptos::prelude::*;

/// The integration `slug` of the project with this number or full path.
#[component]
pub fn IntegrationPage(session: Session, id: String, slug: String) -> impl IntoView {
    let opened = Opened::new(session, id.clone(), slug);
    let disabling = Disabling::new(session);
    let name = if id.contains('/') { id } else { format!("Project {id}") };
    let path =
        move || opened.project.read().as_ref().map_or_else(|| name.clone(), |project| project.path.clone());
    let to_project = move || {
        let route = GitLabRoute::project(session.server.place(), opened.project_id());
        Some(Route::GitLab(route).to_string().into())
    };
    let back = el("a").live("href", to_project).live_text(move || format!("← {}", path()));
    let is_read = memo(move || opened.found.is_read());
    let is_offered = memo(move || !matches!(opened.found.get(), Some(Found::NotOffered)));
    let about = opened.spec().map(|spec| el("p").text(spec.about));
    let has_error = derive(move || opened.has_error.get() || opened.found.error().is_some());
    let titled = el("div").view(view! { <PageTitle title=derive(move || opened.title()) has_error /> });
    let head = el("div")
        .class("head")
        .child(
            titled
                .when(derive(move || is_read.get() && is_offered.get()), move || status(opened))
                .child_if(about),
        )
        .child(el("div").class("end").live_view(move || disable_button(opened, disabling)));
    // Somebody has read why not, and wants it all the same.
    let insisted = RwSignal::new(false);
    let body = move || match (opened.beginning.get(), is_offered.get()) {
        (_, false) => not_offered(opened),
        (Some(beginning), true) => draw(opened, beginning, insisted),
        (None, true) => awaited(opened.found, 8),
    };
    // Read once before, so that the form stays: what was done is done, but what it came to could not be read.
    let stale = move || {
        let error = opened.found.error().filter(|_| is_read.get());
        error.map(|error| {
            let on_retry = Callback::new(move |()| opened.read_again());
            view! { <TroubleNotice error doing="Reading it again failed" on_retry /> }
        })
    };
    let said = move || if is_read.get() && is_offered.get() { notices(opened) } else { ().into_any() };
    view! {
        {el("div").child(back)}
        {head}
        {el("div").class("outcome").live_view(said)}
        {move || stale()}
        {move || body()}
        <DisableDialog disabling on_disabled=Callback::new(move |_| after_disabling(opened)) />
    }
}

fn not_offered(opened: Opened) -> AnyView {
    let usual = "Its version, its edition or an administrator’s setting excludes it.";
    let text = opened.spec().and_then(|spec| spec.leaving()).unwrap_or(usual);
    view! {
        <Notice tone=Tone::Warn title="This GitLab does not offer it">
            <p>{text}</p>
        </Notice>
    }
    .into_any()
}

fn draw(opened: Opened, beginning: Beginning, insisted: RwSignal<bool>) -> AnyView {
    let spec = opened.spec();
    match (spec, opened.record.get_untracked()) {
        (None, None) => {
            let text = "So it has no form for setting it up. Set it up in GitLab; from then on it can be changed here.";
            view! { <Notice tone=Tone::Info title="Patchbay does not know this integration">{el("p").text(text)}</Notice> }
                .into_any()
        }
        (Some(spec), None) if !insisted.get() && spec.leaving().is_some() => {
            let insist = move || {
                focus_title();
                insisted.set(true);
            };
            let next =
                el("p").class("actions").child(button("").text("Set it up all the same").on_click(insist));
            let text = el("p").text(spec.leaving().unwrap_or_default());
            view! { <Notice tone=Tone::Warn title=leaving_title(spec)>{text} {next}</Notice> }.into_any()
        }
        _ => view! { <IntegrationForm opened beginning /> }.into_any(),
    }
}

/// Only what is active can be disabled.
fn disable_button(opened: Opened, disabling: Disabling) -> AnyView {
    let is_active = memo(move || opened.is_active());
    let ask = Callback::new(move |()| {
        if let Some(project) = opened.project.get_untracked() {
            disabling.ask(&project, opened.slug(), untrack(|| opened.title()));
        }
    });
    let why_not = derive(move || {
        let is_archived = opened.project.read().as_ref().is_some_and(|project| project.archived);
        if is_archived { Some(ARCHIVED.to_owned()) } else { opened.waits() }
    });
    let draw = move || -> El {
        let label = derive(|| "Disable…".to_owned());
        el("span").view(
            view! { <BusyButton label tone=ButtonTone::Danger disabled_because=why_not on_click=ask /> },
        )
    };
    el("span").when(is_active.into(), draw).into_any()
}

/// Shows what GitLab has now, with what was entered on top of it.
fn after_disabling(opened: Opened) {
    if opened.busy.is_disposed() {
        return;
    }
    // The button that opened the dialog goes away.
    request_animation_frame(focus_title);
    opened.read_again();
}
