//! Which rows of the list are shown, in which order, and how many of them screen readers hear of.

use super::later::Later;
use super::list_view::ListView;
use super::listing::order;
use super::narrowing::Narrowing;
use super::pick::Shown;
use super::row::RowContext;
use crate::browser::numbers::count_of;
use crate::browser::reactive::memo;
use crate::browser::{announcer::announce, clock};
use crate::route::ListQuery;
use leptos::prelude::*;
use std::sync::Arc;

/// Indexes of the rows that are shown. Sorting and filtering are apart, so that a keystroke sorts nothing.
pub fn shown(list: ListView, later: Later) -> Shown {
    let ListView { context: RowContext { inventory, .. }, query, .. } = list;
    let by = memo(move || (query.read().sort, query.read().descending));
    let sorted = memo(move || {
        let (sort, descending) = by.get();
        Arc::new(later.order().unwrap_or_else(|| order(&inventory.rows(), sort, descending)))
    });
    let now = clock::ticking();
    // Another number for each list, and whenever it is in another order or without other rows.
    let list = Memo::new(move |last: Option<&u64>| {
        inventory.list.with(|_| ());
        sorted.with(|_| ());
        last.map_or(0, |last| last + 1)
    });
    let narrowing = StoredValue::new(Narrowing::default());
    memo(move || {
        let (list, rows, sorted, query) = (list.get(), inventory.rows(), sorted.get(), query.read());
        let find = |narrowing: &mut Narrowing| narrowing.find(list, &rows, &sorted, &query, now.get());
        narrowing.try_update_value(find).unwrap_or_default()
    })
}

/// Says how many are shown, whenever that changes.
pub fn tell(shown: Shown, query: Memo<ListQuery>) {
    // Whether the list was filtered when it was last announced: the first drawing is not.
    Effect::new(move |before: Option<bool>| {
        let count = count_of(shown.read().len(), "integration", "integrations");
        let filtered = query.read_untracked().is_filtered();
        match (before, filtered) {
            (Some(_), true) => announce(format!("{count} found")),
            (Some(true), false) => announce(format!("All {count}")),
            (Some(false), false) | (None, _) => {}
        }
        filtered
    });
}
