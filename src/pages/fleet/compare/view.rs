//! What is compared, as the pieces of the page share it, and its address.

use super::reader::Compared;
use crate::pages::fleet::view::FleetView;
use crate::pages::jira::columns::texts::Agreement;
use crate::route::{GitLabPage, GitLabRoute, Route};
use leptos::prelude::*;
use patchbay_model::gitlab::Level;
use std::sync::Arc;

/// What is compared; copies are the same.
#[derive(Clone, Copy)]
pub struct CompareView {
    /// The table of all.
    pub view: FleetView,
    /// What was read of this integration.
    pub compared: Compared,
    /// The projects and groups that are shown, as indexes and by their keys.
    pub rows: Memo<Arc<Vec<(usize, u64)>>>,
    /// What the rows have in common, for each setting in the order of the form.
    pub agreements: Memo<Vec<(usize, Agreement)>>,
}

/// The address of this page for an integration, with the query that the table has.
pub fn route_of(route: &Route, slug: &str) -> Option<Route> {
    match route {
        Route::GitLab(GitLabRoute { server, page: GitLabPage::Fleet { scope, query, .. }, .. }) => {
            let (scope, query) = (scope.clone(), query.clone());
            let page = GitLabPage::Fleet { slug: slug.to_owned(), scope, query };
            Some(Route::GitLab(GitLabRoute { server: server.clone(), level: Level::Project, page }))
        }
        _ => None,
    }
}
