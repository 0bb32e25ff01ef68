//! What Jira makes of the integrations: what needs attention, reading repositories anew, and the repositories themselves.

mod form;
mod health;
mod list;
mod reindex;

use crate::route::{JiraPage, JiraRoute, Route};
use crate::sentences;
use crate::session::{sessions, unlisted};
use form::RepositoryPage;
use health::HealthPage;
use leptos::prelude::*;
use list::RepositoriesPage;
use patchbay_model::Vendor;
use reindex::ReindexPage;

/// Draws a page of this part.
pub fn draw(route: Route) -> AnyView {
    let JiraRoute { server, page } = match route {
        Route::Health => return view! { <HealthPage /> }.into_any(),
        Route::Jira(route) => route,
        Route::GitLab(_) | Route::Connection(_) | Route::Unknown(_) => return ().into_any(),
    };
    let sessions = sessions();
    if sessions.jira_at(&server).is_none() {
        let first = sessions.jira.iter().map(|session| (session.server, session.route(JiraPage::list())));
        return unlisted(sentences::GIT_INTEGRATIONS, Vendor::Jira, &server, first.collect());
    }
    match page {
        JiraPage::Reindex(id) => view! { <ReindexPage id /> }.into_any(),
        JiraPage::Repositories(id, _) => view! { <RepositoriesPage id /> }.into_any(),
        JiraPage::Repository(integration, id) => view! { <RepositoryPage integration id /> }.into_any(),
        // In the first file, and in other parts.
        JiraPage::List(_)
        | JiraPage::ChooseType
        | JiraPage::Add(_)
        | JiraPage::Edit(_)
        | JiraPage::Clone(_)
        | JiraPage::Plan(_) => ().into_any(),
    }
}
