//! Which rows can be chosen, and the checkbox that was pressed.

use crate::browser::numbers;
use crate::ui::check_head;
use leptos::prelude::*;
use std::sync::Arc;

/// The id of the checkbox that chooses all rows.
pub const SELECT_ALL: &str = "select-all";

/// Which rows are shown, as indexes of where they are kept.
pub type Shown = Memo<Arc<Vec<usize>>>;

/// A checkbox was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The id of what its row is about; none for that of all rows.
    pub id: Option<u64>,
    /// Whether all from the last one on are meant.
    pub is_range: bool,
}

/// The head of the column of checkboxes: it chooses all that are shown. The dock ticks it.
pub fn check_all(picks: RwSignal<Vec<Pick>>, shown: Shown) -> impl IntoView {
    let name = move || format!("Select all {}", numbers::count(shown.read().len()));
    let pick = move || picks.update(|picks| picks.push(Pick { id: None, is_range: false }));
    check_head(SELECT_ALL, name, pick)
}
