//! Search and facets above the table, and the choice of columns.

use super::asked::{Asked, Facet};
use super::columns_menu::ColumnsMenu;
use super::facets::FleetFacet;
use super::view::{FleetView, with_query};
use crate::browser::numbers;
use crate::browser::reactive::{click, derive, memo};
use crate::browser::root;
use crate::route::navigation;
use crate::sentences;
use crate::ui::SearchBox;
use leptos::prelude::*;

/// The id of the search field: the key `/` goes to it.
const SEARCH: &str = "search";

/// The row of filters.
#[component]
pub fn Tools(
    /// The page.
    view: FleetView,
) -> impl IntoView {
    let navigation = navigation();
    let on_input = Callback::new(move |search: String| {
        let asked = Asked { search, ..view.asked.get_untracked() };
        // A keystroke is no step in the history.
        if let Some(route) = with_query(untrack(|| navigation.route()), asked.query()) {
            navigation.amend_soon(route);
        }
    });
    let filtered = memo(move || view.asked.read().is_filtered());
    let tally = move || match filtered.get() {
        true => {
            let shown = view.shown.read().len();
            let all = view.id.follow(|kept| kept.rows()).unwrap_or_default();
            format!("{} of {}", numbers::count(shown), numbers::count(all))
        }
        false => String::new(),
    };
    view! {
        <div class="tools" role="search" aria-label="Projects and groups">
            <SearchBox
                id=SEARCH
                label=sentences::SEARCH_THE_FLEET
                placeholder=sentences::SEARCH_THE_FLEET
                value=derive(move || view.asked.get().search)
                on_input
            />
            {Facet::ALL.map(|facet| view! { <FleetFacet view facet /> }).into_iter().collect_view()}
            <ColumnsMenu view />
            <Show when=move || filtered.get()>
                <button type="button" class="quiet" on:click=click(move || clear_filters(view))>
                    {sentences::CLEAR_FILTERS}
                </button>
            </Show>
            <span class="sub tally">{tally}</span>
        </div>
    }
}

/// The button disappears with the filters, so the focus moves first.
pub fn clear_filters(view: FleetView) {
    root::focus(SEARCH);
    view.set.run(view.asked.get_untracked().cleared());
}
