//! The switch that was pressed in the list, and what choosing rows is called here.

pub use crate::pages::selecting::{Pick, Shown};

use crate::store::work::UnderWay;

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
