//! The fleet: many projects and groups of a GitLab in one table, with the integrations that each of them has.

mod asked;
mod begin;
mod cells;
pub mod chosen;
mod columns;
mod columns_menu;
pub mod compare;
mod dock;
mod facets;
mod filter;
#[expect(clippy::module_inception, reason = "the other files are about what this one holds")]
mod fleet;
mod head;
mod kept;
mod notices;
mod order;
mod page;
mod reader;
mod reading;
pub mod scope;
mod steps;
mod table;
mod tools;
mod view;

use crate::api::gitlab as api;
use crate::route::{GitLabPage, GitLabRoute, Route};
use crate::sentences;
use crate::session::{Gate, Session, sessions, unlisted};
use begin::BeginPage;
use compare::ComparePage;
use leptos::prelude::*;
use page::FleetPage;
use patchbay_model::Vendor;
use scope::Scope;

/// Draws a page of the fleet of a GitLab server for somebody who is signed in there.
pub fn draw(route: Route) -> AnyView {
    let Route::GitLab(GitLabRoute { server, page: GitLabPage::Fleet { slug, scope, .. }, .. }) = route else {
        return ().into_any();
    };
    match sessions().gitlab_at(&server) {
        Some(session) => {
            let page = ViewFn::from(move || draw_page(session, &slug, &scope));
            view! { <Gate session read_user=|gitlab| Box::pin(api::user(gitlab)) page /> }.into_any()
        }
        None => {
            let first = |session: &Session| {
                (session.server, Route::GitLab(GitLabRoute::fleet(session.server.place(), "")))
            };
            unlisted(
                sentences::FLEET_TABLE,
                Vendor::GitLab,
                &server,
                sessions().gitlab.iter().map(first).collect(),
            )
        }
    }
}

fn draw_page(session: Session, slug: &str, scope: &str) -> AnyView {
    match Scope::parse(scope) {
        Some(scope) if !slug.is_empty() => {
            let slug = slug.to_owned();
            view! { <ComparePage session scope slug /> }.into_any()
        }
        Some(scope) => view! { <FleetPage session scope /> }.into_any(),
        None => view! { <BeginPage session /> }.into_any(),
    }
}
