//! The page of one integration of a project.

use super::about_project::ARCHIVED;
use super::disable_dialog::DisableDialog;
use super::disabling::Disabling;
use super::integration_about::{leaving_title, notices, status};
use super::integration_sheet::{Sheet, Shown};
use super::set_up::IntegrationForm;
use crate::console::GitLab;
use crate::pages::page_title::{PageTitle, focus_title};
use crate::pages::trouble::TroubleNotice;
use crate::reactive::{derive, memo};
use crate::route::{GitLabRoute, Route};
use crate::ui::el::{El, button, el};
use crate::ui::{BusyButton, ButtonTone, Notice, Skeleton, Tone};
use leptos::prelude::*;

/// The integration `slug` of the project with this number or full path.
#[component]
pub fn IntegrationPage(gitlab: GitLab, id: String, slug: String) -> impl IntoView {
    let sheet = Sheet::new(gitlab, id.clone(), slug);
    sheet.load();
    let disabling = Disabling::new(gitlab, sheet.disabling);
    let name = if id.contains('/') { id } else { format!("Project {id}") };
    let path =
        move || sheet.project.read().as_ref().map_or_else(|| name.clone(), |project| project.path.clone());
    let to_project = move || {
        let route = GitLabRoute::project(gitlab.server.place(), sheet.project_id());
        Some(Route::GitLab(route).to_string().into())
    };
    let back = el("a").live("href", to_project).live_text(move || format!("← {}", path()));
    let is_read = derive(move || sheet.shown.read().is_some());
    let is_offered = move || !matches!(*sheet.shown.read(), Some(Shown::NotOffered));
    let about = sheet.spec().map(|spec| el("p").text(spec.about));
    let has_error = derive(move || sheet.has_error.get() || sheet.error.read().is_some());
    let titled = el("div").view(view! { <PageTitle title=derive(move || sheet.title()) has_error /> });
    let head = el("div")
        .class("head")
        .child(
            titled.when(derive(move || is_read.get() && is_offered()), move || status(sheet)).child_if(about),
        )
        .child(el("div").class("end").live_view(move || disable_button(sheet, disabling)));
    // Somebody has read why not, and wants it all the same.
    let insisted = RwSignal::new(false);
    let body = move || match (sheet.shown.get(), sheet.error.get()) {
        (None, Some(error)) => {
            let on_retry = Callback::new(move |()| sheet.load());
            view! { <TroubleNotice error on_retry /> }.into_any()
        }
        (None, None) => view! { <Skeleton rows=8 /> }.into_any(),
        (Some(shown), _) => draw(sheet, shown, insisted),
    };
    let said = move || if is_read.get() && is_offered() { notices(sheet) } else { ().into_any() };
    view! {
        {el("div").child(back)}
        {head}
        {el("div").class("outcome").live_view(said)}
        {move || body()}
        <DisableDialog disabling on_disabled=Callback::new(move |_| after_disabling(sheet)) />
    }
}

fn draw(sheet: Sheet, shown: Shown, insisted: RwSignal<bool>) -> AnyView {
    let spec = sheet.spec();
    let Shown::Form(draft) = shown else {
        let usual = "Its version, its edition or an administrator’s setting rules it out.";
        let text = spec.and_then(|spec| spec.leaving()).unwrap_or(usual);
        return view! { <Notice tone=Tone::Warn title="This GitLab does not offer it">{el("p").text(text)}</Notice> }.into_any();
    };
    match (spec, &draft.there) {
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
        _ => view! { <IntegrationForm sheet draft /> }.into_any(),
    }
}

/// Only what is active can be disabled.
fn disable_button(sheet: Sheet, disabling: Disabling) -> AnyView {
    let is_active = memo(move || sheet.there.read().as_ref().is_some_and(|there| there.active));
    let ask = Callback::new(move |()| {
        if let Some(project) = sheet.project.get_untracked() {
            disabling.ask(&project, sheet.slug(), untrack(|| sheet.title()));
        }
    });
    let why_not = derive(move || {
        let is_archived = sheet.project.read().as_ref().is_some_and(|project| project.archived);
        let because = match (is_archived, sheet.disabling.get(), sheet.busy.get()) {
            (true, ..) => Some(ARCHIVED),
            (false, true, _) => Some("It is being disabled."),
            (false, false, true) => Some("Something else is still being done with it."),
            (false, false, false) => None,
        };
        because.map(str::to_owned)
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
fn after_disabling(sheet: Sheet) {
    if sheet.is_left() {
        return;
    }
    // The button that opened the dialog goes away.
    request_animation_frame(focus_title);
    sheet.read_again("It is disabled, but reading it again failed");
}
