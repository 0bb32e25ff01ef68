//! The list as the pieces of it share it: what is asked for, what is shown, what is chosen, and what was pressed.

use super::listing::Facet;
use super::pick::{Pick, Turn};
use super::row::RowContext;
use crate::route::ListQuery;
use crate::ui::{Popup, Press};
use leptos::prelude::*;

/// The list of one page; copies are the same.
#[derive(Clone, Copy)]
pub struct ListView {
    /// What all rows share.
    pub context: RowContext,
    /// What the list shows.
    pub query: Memo<ListQuery>,
    /// Asks for another query.
    pub set: Callback<ListQuery>,
    /// The checkboxes that were pressed, until the dock has taken them.
    pub picks: RwSignal<Vec<Pick>>,
    /// Whether the later file says which rows there are to choose from and in which order: it knows all settings.
    pub is_ordered: RwSignal<bool>,
    /// The switches that were pressed, until they are turned.
    pub turns: RwSignal<Vec<Turn>>,
    /// The button of a row's menu that was pressed, until the menu opens.
    pub menu: RwSignal<Option<Press>>,
    /// The menu of columns.
    pub columns: Popup,
    /// The values of each facet, in the order of [`Facet`].
    pub facets: [Popup; 4],
}

impl ListView {
    /// The values of a facet.
    pub fn facet(self, by: Facet) -> Popup {
        self.facets[by as usize]
    }
}
