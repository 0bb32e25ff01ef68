//! The categories of what can be set up, as buttons.

use super::available_filter::{Filter, is_of};
use super::words::category_word;
use crate::browser::numbers;
use crate::browser::reactive::click;
use crate::route::navigation;
use leptos::prelude::*;
use patchbay_model::gitlab::{Category, all};

/// A button for each category that has something, with how much that is.
#[component]
pub fn Categories(
    /// What is shown now.
    filter: Memo<Filter>,
    /// Slugs of what the search finds in all categories.
    found: Memo<Vec<&'static str>>,
) -> impl IntoView {
    let chip = move |category: Category| {
        view! { <Chip label=category.label() word=category_word(category) filter found /> }
    };
    view! {
        <div class="chips" role="group" aria-label="Category">
            <Chip label="All" word="" filter found />
            {Category::ALL.into_iter().map(chip).collect_view()}
        </div>
    }
}

#[component]
fn Chip(
    label: &'static str,
    /// The category's word in addresses.
    word: &'static str,
    filter: Memo<Filter>,
    found: Memo<Vec<&'static str>>,
) -> impl IntoView {
    let navigation = navigation();
    let count = move || {
        let found = found.read();
        all().filter(|spec| found.contains(&spec.slug) && is_of(spec, word)).count()
    };
    let choose = move || {
        let filter = filter.read_untracked();
        navigation.go(filter.route(&filter.search, word));
    };
    view! {
        <button
            type="button"
            class="chip"
            aria-pressed=move || if filter.read().category == word { "true" } else { "false" }
            on:click=click(choose)
        >
            {label}
            <span class="num">{move || format!(" {}", numbers::count(count()))}</span>
        </button>
    }
}
