//! Which rows can be chosen, and the checkbox or the switch that was pressed.

use crate::store::work::UnderWay;
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

/// A switch was pressed.
pub struct Turn {
    /// The integration of its row.
    pub id: u64,
    /// Its name, as the row has it.
    pub name: String,
    /// Whether it is to be enabled.
    pub on: bool,
    /// Nothing else begins with it until this is dropped, and the row says what is being done.
    pub under_way: UnderWay,
}
