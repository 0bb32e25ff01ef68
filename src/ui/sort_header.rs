//! A column head that sorts.

use leptos::prelude::*;

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
        order.get().map(|order| match order {
            SortOrder::Ascending => "ascending",
            SortOrder::Descending => "descending",
        })
    };
    let arrow = move || match order.get() {
        Some(SortOrder::Ascending) => "▲",
        Some(SortOrder::Descending) => "▼",
        None => "",
    };
    view! {
        <th scope="col" class=class aria-sort=aria_sort>
            <button type="button" class="sort" on:click=move |_| on_sort.run(())>
                {label}
                <span class="arrow" aria-hidden="true">{arrow}</span>
            </button>
        </th>
    }
}
