//! The projects and groups that a plan is made for: those that are chosen in the table.

use crate::pages::fleet::chosen::{Chosen, chosen, last_table, read_again};
use crate::pages::fleet::compare::route_of;
use crate::plan::Carrier;
use crate::plan::gitlab::GitLabCarrier;
use crate::route::{GitLabRoute, Navigation, Route, navigation};
use crate::sentences;
use crate::session::Session;
use leptos::prelude::*;
use patchbay_model::gitlab::plan::{Opened, Planned, unread};
use patchbay_model::gitlab::{Home, Target};
use std::rc::Rc;

/// They themselves, in the order in which they were found.
pub fn homes(session: Session) -> Vec<Home> {
    chosen(session).into_iter().map(|one| one.home).collect()
}

/// The integrations that are active in any of them, by title, each with how many have it.
pub fn active_in(session: Session) -> Vec<(String, String, usize)> {
    let mut found: Vec<(String, String, usize)> = Vec::new();
    for here in chosen(session).into_iter().flat_map(|one| one.active.unwrap_or_default()) {
        match found.iter_mut().find(|(slug, ..)| *slug == here.slug) {
            Some((.., count)) => *count += 1,
            None => found.push((here.slug, here.title, 1)),
        }
    }
    found.sort_by_key(|(_, title, _)| title.to_lowercase());
    found
}

/// What is active in them, without its settings; one in which nothing is stands there once, without a slug. Then the steps of
/// those that could not be read.
pub fn active(session: Session, target: Target) -> (Vec<Opened>, Vec<Planned>) {
    let (mut all, mut others) = (Vec::new(), Vec::new());
    for Chosen { home, active, failed } in chosen(session) {
        let opened = |slug: String| Opened { home: home.clone(), slug, target, integration: None };
        match active {
            Some(active) if active.is_empty() => all.push(opened(String::new())),
            Some(active) => all.extend(active.into_iter().map(|here| opened(here.slug))),
            None => {
                let why = failed.map(|error| error.title()).unwrap_or_default();
                others.push(unread(opened(String::new()), format!("It was not read. {why}")));
            }
        }
    }
    (all, others)
}

/// The table in which they are chosen, as it was left: with its search and facets. Where the integration with this slug was
/// compared later, the comparison.
pub fn table(session: Session, navigation: Navigation, slug: &str) -> Route {
    let table =
        last_table(session).unwrap_or_else(|| Route::GitLab(GitLabRoute::fleet(session.server.place(), "")));
    let left = match route_of(&table, slug) {
        Some(comparison) if !slug.is_empty() => navigation.as_left([table.clone(), comparison]),
        _ => navigation.as_left([table.clone()]),
    };
    left.unwrap_or(table)
}

/// Who carries out a plan here, and leads back to `table`, which is read again where something was changed.
pub fn carrier(session: Session, table: Route) -> Rc<dyn Carrier> {
    GitLabCarrier::of(session, table, read_again)
}

/// The way to where projects and groups are chosen.
pub fn list_link(session: Session) -> impl IntoView {
    view! {
        <a class="btn primary" href=table(session, navigation(), "").to_string()>
            {sentences::GO_TO_THE_LIST}
        </a>
    }
}
