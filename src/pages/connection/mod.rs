//! The page "Connection": what works between the browser and each server, why not, and what to do; and diagnostics.

mod begin;
mod blocked;
mod card;
mod check;
mod diagnostics;
mod gitlab;
mod gitlab_rights;
mod jira;
mod outcome;
mod page;
mod refused;
mod report;
mod steps;
mod version;

use crate::route::{ConnectionRoute, Route};
use leptos::prelude::*;
use page::ConnectionPage;

/// Draws the page.
pub fn draw(route: Route) -> AnyView {
    match route {
        Route::Connection(ConnectionRoute(place)) => view! { <ConnectionPage place /> }.into_any(),
        Route::Jira(_) | Route::GitLab(_) | Route::Health | Route::Unknown(_) => ().into_any(),
    }
}
