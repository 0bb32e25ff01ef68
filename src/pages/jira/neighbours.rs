//! The way from the page of one integration back to the list as it was left, and on to the next one in it.

use super::columns::order_as_left;
use super::listing::{Filter, order};
use crate::browser::{clock, numbers};
use crate::route::{JiraPage, JiraRoute, ListQuery, Navigation, Route, navigation};
use crate::sentences;
use crate::session::Session;
use crate::store::{Inventory, Row};
use leptos::prelude::*;

/// The list as it was left, with its search and filters.
pub fn list_as_left(navigation: Navigation, session: Session) -> Route {
    let list = session.route(JiraPage::list());
    navigation.as_left([list.clone()]).unwrap_or(list)
}

/// Links to the list, and to the integrations before and after `id` in it, where it was read.
pub fn way_back(session: Session, inventory: Inventory, id: u64) -> impl IntoView {
    let list = list_as_left(navigation(), session);
    let query = match &list {
        Route::Jira(JiraRoute { page: JiraPage::List(query), .. }) => query.clone(),
        _ => ListQuery::default(),
    };
    // As it was when the page was opened: what is changed here may not match any more.
    let rows = untrack(|| inventory.rows());
    let projects = untrack(|| inventory.known_projects());
    let ordered = order_as_left(session.server, &query, &rows, &projects);
    let ordered = ordered.unwrap_or_else(|| order(&rows, query.sort, query.descending));
    let shown = shown(&rows, ordered, &query, clock::now());
    let place = shown.iter().position(|row| row.id() == id);
    let link = |row: Option<&&Row>, rel: &'static str, word: &'static str| {
        row.map(|row| {
            let href = session.link(JiraPage::Edit(row.id()));
            view! {
                <a href=href rel=rel>
                    {format!("{word}: {}", row.integration.name())}
                </a>
            }
        })
    };
    let neighbours = place.filter(|_| shown.len() > 1).map(|place| {
        let count = format!("{} of {}", numbers::count(place + 1), numbers::count(shown.len()));
        view! {
            <nav aria-label="Other integrations of the list">
                {link(place.checked_sub(1).and_then(|at| shown.get(at)), "prev", "Previous")}
                <span class="sub">{count}</span>
                {link(shown.get(place + 1), "next", "Next")}
            </nav>
        }
    });
    // The list was not seen since, so it has no row to go on from.
    let from = navigation().left_last(|left| matches!(left, Route::Health) || left.same_page(&list));
    let to_health = matches!(from, Some(Route::Health)).then(|| {
        view! { <a href=Route::Health.to_string()>{format!("← {}", sentences::HEALTH)}</a> }
    });
    view! {
        <div class="way-back">
            {to_health}
            <a href=list.to_string()>{sentences::BACK_TO_GIT_INTEGRATIONS}</a>
            {neighbours}
        </div>
    }
}

/// The rows of the list in its order.
fn shown<'a>(rows: &'a [Row], ordered: Vec<usize>, query: &ListQuery, now: f64) -> Vec<&'a Row> {
    let filter = Filter::new(query, now);
    let all = ordered.into_iter();
    all.filter_map(|at| rows.get(at)).filter(|row| filter.keeps(row)).collect()
}
