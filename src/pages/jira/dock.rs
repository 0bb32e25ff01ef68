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
    // Each opens a page that shows first what will be done.
    let pages = [
        ("Enable", JiraPage::Plan(PlanPage::Enable), "btn"),
        ("Disable", JiraPage::Plan(PlanPage::Disable), "btn"),
        ("Change settings…", JiraPage::Plan(PlanPage::Change), "btn"),
        ("Projects…", JiraPage::Plan(PlanPage::Projects), "btn"),
        ("Replace credentials…", JiraPage::Plan(PlanPage::Credentials), "btn"),
        ("Export…", JiraPage::Plan(PlanPage::Export), "btn"),
        ("Reindex", JiraPage::Reindex(None), "btn"),
        ("Remove…", JiraPage::Plan(PlanPage::Remove), "btn danger"),
    ];
    let actions = pages.map(|(label, page, class)| (label, list.context.session.link(page), class));
    let actions = StoredValue::new(actions);
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
