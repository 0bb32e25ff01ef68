//! The list as the pieces of it share it: what is asked for, what is shown, and what is chosen.

use super::pick::Pick;
use super::row::RowContext;
use crate::route::ListQuery;
use crate::ui::Popup;
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
    /// The menu of columns.
    pub columns: Popup,
}
