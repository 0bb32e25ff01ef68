//! A project: its integrations that are active, those that were set up once, and those that can be.

use super::about_project::{archived_notice, link_to_gitlab};
use super::active::{ACTIVE, ActiveSection};
use super::available::AvailableSection;
use super::disable_dialog::DisableDialog;
use super::disabling::Disabling;
use super::inactive::InactiveSection;
use super::inactive_search::InactiveSearch;
use super::project_overview::Overview;
use crate::browser::reactive::{derive, memo};
use crate::browser::root;
use crate::route::{GitLabRoute, Route, navigation};
use crate::sentences;
use crate::session::ErrorNotice;
use crate::session::{Session, sessions};
use crate::ui::{BusyButton, Moment, Notice, Skeleton, Tone};
use crate::ui::{PageTitle, focus_title};
use leptos::prelude::*;
use patchbay_model::gitlab::Project;
use patchbay_model::text::{NAME, short};

/// A project with its integrations.
#[component]
pub fn ProjectPage(
    /// The server.
    session: Session,
    /// The project's number or full path.
    id: String,
) -> impl IntoView {
    let overview = Overview::new(session, id.clone());
    let search = InactiveSearch::new(overview);
    let disabling = Disabling::new(session);
    let after_disabling = Callback::new(move |slug: String| {
        overview.disabled(&slug);
        search.ask_about(&slug);
        // The button disappears, so the focus moves first.
        request_animation_frame(|| {
            if !root::focus(ACTIVE) {
                focus_title();
            }
        });
    });
    let error_notice = move || {
        overview.active.error().map(|error| {
            let on_retry = Callback::new(move |()| overview.active.reload());
            view! { <ErrorNotice error on_retry again=overview.active.again() /> }
        })
    };
    let has_error = derive(move || overview.active.error().is_some());
    let is_read = memo(move || overview.active.is_read());
    let body = move || match is_read.get() {
        true => view! {
            <ActiveSection overview disabling />
            <InactiveSection search />
            <AvailableSection overview search />
        }
        .into_any(),
        false if has_error.get() => ().into_any(),
        false => view! { <Skeleton rows=8 /> }.into_any(),
    };
    let name = if id.contains('/') { id } else { format!("Project {id}") };
    let title = derive(move || {
        overview.project.read().as_ref().map_or_else(|| name.clone(), |project| project.full_name.clone())
    });
    let list = GitLabRoute::projects(session.server.place());
    // The first GitLab of config.json need not be named.
    let unnamed =
        if sessions().gitlab_at("") == Some(session) { GitLabRoute::projects("") } else { list.clone() };
    let back = navigation().as_left([list, unnamed].map(Route::GitLab)).map(|route| route.to_string());
    view! {
        <div>
            <a href=back>{sentences::BACK_TO_GITLAB_PROJECTS}</a>
        </div>
        <Head overview title has_error />
        {move || overview.project.get().map(|project| notices(overview, project))}
        {move || error_notice()}
        {move || body()}
        <DisableDialog disabling on_disabled=after_disabling />
    }
}

#[component]
fn Head(overview: Overview, title: Signal<String>, has_error: Signal<bool>) -> impl IntoView {
    let is_known = memo(move || overview.project.read().is_some());
    let when_read = move || overview.active.read_at().map(|at_ms| view! { " · read " <Moment at_ms /> });
    view! {
        <div class="head">
            <div>
                <PageTitle title has_error />
                <p class="sub">
                    <Show when=move || is_known.get()>
                        <span>
                            {overview.project.get_untracked().map(|project| about(&project))}
                            <span>{when_read}</span>
                        </span>
                    </Show>
                </p>
            </div>
            <div class="end">
                <BusyButton
                    label="Refresh"
                    busy_label="Refreshing…"
                    busy=overview.active.loading()
                    on_click=Callback::new(move |()| overview.active.reload())
                />
            </div>
        </div>
    }
}

/// Path, number and address in a line.
fn about(project: &Project) -> impl IntoView + use<> {
    let link = link_to_gitlab(project, "").map(|link| view! { <span>" · " {link}</span> });
    view! {
        <span>
            <span class="mono">{short(&project.path, NAME)}</span>
            {format!(" · #{}", project.id)}
            {link}
        </span>
    }
}

/// What one must know of the project before changing anything.
fn notices(overview: Overview, project: Project) -> impl IntoView {
    let moved = overview.moved_to().map(|project| {
        let text = format!(
            "The address names it by a number or path that it had before. Everything here is about {}, number {}.",
            short(&project.path, NAME), project.id
        );
        view! {
            <Notice tone=Tone::Info title=sentences::PROJECT_HAS_MOVED>
                <p>{text}</p>
            </Notice>
        }
    });
    view! {
        {moved}
        {archived_notice(&project)}
    }
}
