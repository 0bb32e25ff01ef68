//! Git integrations of Jira: the list, and the forms that add and change one.

mod add;
mod attention;
mod choose_type;
pub mod columns;
mod confirm_name;
pub mod consequences;
mod dock;
mod edit;
mod export;
mod facet_values;
mod facets;
mod later;
mod list;
mod list_shown;
mod list_view;
mod listing;
mod narrowing;
mod neighbours;
mod oddities;
mod pick;
pub mod projects_failed;
mod removal;
mod remove;
pub mod rights;
pub mod row;
mod row_menu;
mod switching;
mod table;
mod waits;

pub use list::ListPage;
pub use neighbours::list_as_left;

use crate::route::{JiraPage, JiraRoute, Route};
use crate::sentences;
use crate::session::{sessions, unlisted};
use add::{AddPage, ClonePage};
use choose_type::ChooseTypePage;
use edit::EditPage;
use leptos::prelude::*;
use patchbay_model::Vendor;

/// Draws a page other than the list.
pub fn draw(route: Route) -> AnyView {
    let Route::Jira(JiraRoute { server, page }) = route else { return ().into_any() };
    let sessions = sessions();
    if sessions.jira_at(&server).is_none() {
        let first = sessions.jira.iter().map(|session| (session.server, session.route(JiraPage::list())));
        return unlisted(sentences::GIT_INTEGRATIONS, Vendor::Jira, &server, first.collect());
    }
    match page {
        JiraPage::ChooseType => view! { <ChooseTypePage /> }.into_any(),
        JiraPage::Add(kind) => view! { <AddPage kind /> }.into_any(),
        JiraPage::Edit(id) => view! { <EditPage id /> }.into_any(),
        JiraPage::Clone(id) => view! { <ClonePage id /> }.into_any(),
        // In the first file, in the part of plans, and in that of repositories.
        JiraPage::List(_)
        | JiraPage::Plan(_)
        | JiraPage::Reindex(_)
        | JiraPage::Repositories(..)
        | JiraPage::Repository(..) => ().into_any(),
    }
}
