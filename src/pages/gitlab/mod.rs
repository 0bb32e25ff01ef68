//! The pages of GitLab servers: projects and groups, the integrations of one, the form of one.

pub mod about_groups;
pub mod about_home;
mod about_integration;
mod active;
mod available;
mod available_card;
mod available_categories;
mod available_filter;
mod disable_dialog;
mod disabling;
mod export;
mod follow_dialog;
mod following;
mod home;
mod inactive;
mod inactive_run;
mod inactive_search;
mod inherited;
mod integration;
mod integration_about;
mod integration_form;
mod integration_notices;
mod lines;
mod opened;
mod overview;
mod passing_on;
mod recents;
pub mod rights;
mod search;
mod search_asking;
pub mod search_direct;
mod search_found;
mod search_path;
mod search_recents;
mod search_seek;
mod tree;
mod unfolded;
pub mod way_back;
pub mod words;

use crate::api::gitlab as api;
use crate::route::{GitLabPage, GitLabRoute, Route};
use crate::sentences;
use crate::session::{Gate, Session, sessions, unlisted};
use home::HomePage;
use integration::IntegrationPage;
use leptos::prelude::*;
use patchbay_model::Vendor;
use patchbay_model::gitlab::Level;
use search::SearchPage;

/// Draws a page of a GitLab server for somebody who is signed in there.
pub fn draw(route: Route) -> AnyView {
    let Route::GitLab(GitLabRoute { server, level, page }) = route else { return ().into_any() };
    match sessions().gitlab_at(&server) {
        Some(session) => {
            let page = ViewFn::from(move || draw_page(session, level, page.clone()));
            view! { <Gate session read_user=|gitlab| Box::pin(api::user(gitlab)) page /> }.into_any()
        }
        None => {
            let first = |session: &Session| {
                (session.server, Route::GitLab(GitLabRoute::projects(session.server.place())))
            };
            unlisted(
                sentences::GITLAB_PROJECTS,
                Vendor::GitLab,
                &server,
                sessions().gitlab.iter().map(first).collect(),
            )
        }
    }
}

fn draw_page(session: Session, level: Level, page: GitLabPage) -> AnyView {
    // The forms depend on it, and some words. Of a server that does not say it, they have what every version has.
    if session.version.get_untracked().is_none() {
        session.version.load(move || api::version(session.server));
    }
    match page {
        GitLabPage::Search { .. } => view! { <SearchPage session level /> }.into_any(),
        GitLabPage::Home { id, .. } => view! { <HomePage session level id /> }.into_any(),
        GitLabPage::Integration { id, slug } => {
            view! { <IntegrationPage session level id slug /> }.into_any()
        }
        // Its own part draws it.
        GitLabPage::Fleet { .. } => ().into_any(),
        GitLabPage::Plan { .. } => ().into_any(),
    }
}
