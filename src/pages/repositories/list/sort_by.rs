//! What the repositories are sorted by: where columns have no room, there is no other way to sort by them.

use super::asked::{Asked, SORTS, Sort};
use super::view::View;
use leptos::prelude::*;

/// A choice of the columns, and of the direction.
#[component]
pub fn SortBy(
    /// The page.
    view: View,
) -> impl IntoView {
    let option = move |(sort, word): (Sort, &'static str)| {
        view! {
            <option value=word selected=move || view.asked.read().sort == sort>
                {sort.label()}
            </option>
        }
    };
    let sort = move |event| {
        let chosen = event_target_value(&event);
        if let Some((sort, _)) = SORTS.into_iter().find(|(_, word)| *word == chosen) {
            view.ask(&Asked { sort, descending: false, ..view.asked.get_untracked() });
        }
    };
    let turn = move |_| {
        let asked = view.asked.get_untracked();
        view.ask(&Asked { descending: !asked.descending, ..asked });
    };
    view! {
        <div class="sort-by only-s">
            <label>"Sort by " <select on:change=sort>{SORTS.map(option).into_iter().collect_view()}</select></label>
            <label>
                <input type="checkbox" prop:checked=move || view.asked.read().descending on:change=turn />
                " Descending"
            </label>
        </div>
    }
}
