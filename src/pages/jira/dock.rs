//! What can be done with the integrations that are chosen in the list.

use super::list_view::ListView;
use super::pick::Shown;
use crate::pages::selecting::{DockRows, SelectionDock};
use crate::route::{JiraPage, PlanPage};
use crate::store::Row;
use leptos::prelude::*;
use std::sync::Arc;

/// The bar; nothing while none is chosen.
#[component]
pub fn Dock(
    /// The list.
    list: ListView,
    /// Indexes of the rows that are shown.
    shown: Shown,
) -> impl IntoView {
    let inventory = list.context.inventory;
    let ids = move || {
        let rows = inventory.rows();
        shown.read().iter().filter_map(|at| rows.get(*at)).map(Row::id).collect::<Vec<u64>>()
    };
    let rows = DockRows {
        picks: list.picks,
        selection: inventory.selection,
        ids: Arc::new(ids),
        redrawn: Arc::new(move || list.query.track()),
    };
    // Each opens the page that shows the plan first.
    let plans = [
        ("Enable", PlanPage::Enable, "btn"),
        ("Disable", PlanPage::Disable, "btn"),
        ("Change settings…", PlanPage::Change, "btn"),
        ("Projects…", PlanPage::Projects, "btn"),
        ("Replace credentials…", PlanPage::Credentials, "btn"),
        ("Export…", PlanPage::Export, "btn"),
        ("Remove…", PlanPage::Remove, "btn danger"),
    ]
    .map(|(label, page, class)| (label, JiraPage::Plan(page), class));
    let reindex = ("Reindex", JiraPage::Reindex(None), "btn");
    let actions = plans.into_iter().chain([reindex]);
    let actions = actions.map(|(label, page, class)| (label, list.context.session.link(page), class));
    let actions = StoredValue::new(actions.collect::<Vec<_>>());
    let links = move || {
        let link = |(label, href, class): (&'static str, String, &'static str)| {
            view! {
                <a class=class href=href>
                    {label}
                </a>
            }
        };
        actions.get_value().into_iter().map(link).collect_view()
    };
    view! { <SelectionDock rows label="Selected integrations" acts=links /> }
}
