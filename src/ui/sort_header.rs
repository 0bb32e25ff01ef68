//! A column head that sorts.

use leptos::prelude::*;

use super::el::*;

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortOrder {
    /// A to Z, old to new.
    Ascending,
    /// Z to A, new to old.
    Descending,
}

/// A `<th>` with a button in it.
#[component]
pub fn SortHeader(
    /// The column's name.
    #[prop(into)]
    label: String,
    /// `None`: sorted by another column.
    #[prop(into)]
    order: Signal<Option<SortOrder>>,
    /// Asks for this column, or for the other way round.
    #[prop(into)]
    on_sort: Callback<()>,
    /// Classes of the cell, for example `hide-s num`.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    let aria_sort = move || {
        let order = match order.get()? {
            SortOrder::Ascending => "ascending",
            SortOrder::Descending => "descending",
        };
        Some(order.into())
    };
    // The arrow is drawn by style/table.css from `aria-sort`.
    el("th")
        .class(class)
        .attr("scope", "col")
        .live("aria-sort", aria_sort)
        .child(button("sort").text(label).on_click(move || on_sort.run(())))
}
