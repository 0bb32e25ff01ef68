//! The list as the pieces of it share it: what is asked for, what is shown, and what is chosen.

use super::row::RowContext;
use crate::route::ListQuery;
use crate::ui::Popup;
use leptos::prelude::*;
use std::sync::Arc;

/// The id of the checkbox that chooses all rows.
pub const SELECT_ALL: &str = "select-all";

/// Which rows are shown, as indexes in the inventory.
pub type Shown = Memo<Arc<Vec<usize>>>;

/// A checkbox was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The integration of its row; none for that of all rows.
    pub id: Option<u64>,
    /// Whether all from the last one on are meant.
    pub is_range: bool,
}

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
    /// Which rows to choose from and in which order, where the query names settings that are no usual columns: the later
    /// file knows them.
    pub order: RwSignal<Option<Shown>>,
    /// The menu of columns.
    pub columns: Popup,
}
