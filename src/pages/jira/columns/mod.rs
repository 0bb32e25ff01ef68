//! Any setting as a column of the list: the menu that chooses columns, a facet for each, and the table of those chosen.

mod asked;
mod cells;
mod compared;
mod facet;
mod menu;
mod settings;
mod state;
mod table;
pub mod texts;

pub use state::{order_as_left, order_of_page};
pub use table::ColumnsTable;

use super::list_view::ListView;
use super::pick::Shown;
use crate::browser::reactive::{click, derive};
use crate::sentences;
use asked::USUAL;
use facet::ColumnFacet;
use leptos::prelude::*;
use menu::ColumnsMenu;
use state::State;

/// The menu, while it is open; “Only what differs”; and the facets of the settings that are columns.
#[component]
pub fn ColumnTools(
    /// The list.
    list: ListView,
    /// Indexes of the rows that are shown.
    shown: Shown,
) -> impl IntoView {
    let state = State::new(list, shown);
    let is_unusual = derive(move || state.asked.read().only_differing || state.asked.read().columns != USUAL);
    let differs = move || {
        is_unusual.get().then(|| {
            let pressed = move || if state.asked.read().only_differing { "true" } else { "false" };
            let toggle = click(move || state.change(|asked| asked.only_differing = !asked.only_differing));
            view! {
                <button type="button" class="chip" aria-pressed=pressed on:click=toggle>
                    {sentences::ONLY_WHAT_DIFFERS}
                </button>
            }
        })
    };
    // Each is drawn once, so that it stays open while it is used.
    let facets = Memo::new(move |_| {
        let asked = state.asked.read();
        let keys = asked.columns.iter().chain(asked.facets.iter().map(|(key, _)| key));
        let mut facets = Vec::new();
        for column in keys.filter_map(|key| state.column(key)).filter(|column| column.is_setting) {
            if !facets.contains(&column) {
                facets.push(column);
            }
        }
        facets
    });
    view! {
        <ColumnsMenu state />
        {differs}
        <For each=move || facets.get() key=|column| column.key.clone() let:column>
            <ColumnFacet state column />
        </For>
    }
}
