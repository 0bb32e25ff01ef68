//! The categories of what can be set up, as buttons.

use super::available_filter::{Filter, is_of};
use super::overview::Overview;
use super::words::category_word;
use crate::browser::numbers;
use crate::browser::reactive::{click, memo};
use crate::route::navigation;
use leptos::prelude::*;
use patchbay_model::gitlab::{Category, all};

/// A button for each category that this server has something of, with how much of it the search finds.
#[component]
pub fn Categories(
    /// The project or group.
    overview: Overview,
    /// What is shown now.
    filter: Memo<Filter>,
    /// Slugs of what the search finds in all categories.
    found: Memo<Vec<&'static str>>,
) -> impl IntoView {
    let categories = memo(move || {
        let (found, target) = (found.read(), overview.target());
        // What the search finds may be of a category that this server has nothing of.
        let has_some = |category: &Category| {
            all().any(|spec| {
                spec.category == *category && (spec.can_exist(target) || found.contains(&spec.slug))
            })
        };
        Category::ALL.into_iter().filter(has_some).collect::<Vec<_>>()
    });
    let chip = move |category: Category| {
        view! { <Chip label=category.label() word=category_word(category) filter found /> }
    };
    view! {
        <div class="chips" role="group" aria-label="Category">
            <Chip label="All" word="" filter found />
            {move || categories.get().into_iter().map(chip).collect_view()}
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
