//! The checkboxes of an open facet.

use leptos::prelude::*;

use crate::browser::numbers;

/// One value that a list can be narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetOption {
    /// What goes into the address.
    pub value: String,
    /// What people read.
    pub label: String,
    /// How many entries have it.
    pub count: usize,
}

/// Drawn once when the facet opens: which options there are stays, their counts and ticks follow.
#[component]
pub fn FacetOptions(
    label: String,
    options: Signal<Vec<FacetOption>>,
    selected: Signal<Vec<String>>,
    on_change: Callback<Vec<String>>,
    searchable: bool,
) -> impl IntoView {
    let needle = RwSignal::new(String::new());
    let search = searchable.then(|| {
        view! {
            <input
                type="search"
                aria-label=format!("Search {}", label.to_lowercase())
                placeholder="Search"
                autocomplete="off"
                on:input:target=move |event| needle.set(event.target().value().to_lowercase())
            />
        }
    });
    let draw = move |option: FacetOption| facet_option(option, options, selected, on_change, needle);
    view! {
        {search}
        <fieldset class="checklist">
            <legend class="sr-only">{label.clone()}</legend>
            {options.get_untracked().into_iter().map(draw).collect_view()}
        </fieldset>
    }
}

fn facet_option(
    option: FacetOption,
    options: Signal<Vec<FacetOption>>,
    selected: Signal<Vec<String>>,
    on_change: Callback<Vec<String>>,
    needle: RwSignal<String>,
) -> impl IntoView {
    let FacetOption { value, label, .. } = option;
    let searched = label.to_lowercase();
    let (ticked, counted) = (value.clone(), value.clone());
    let count = move || {
        let now = options.with(|all| all.iter().find(|one| one.value == counted).map(|one| one.count));
        numbers::count(now.unwrap_or_default())
    };
    let toggle = move |_| {
        let mut now = selected.get_untracked();
        match now.iter().position(|one| *one == value) {
            Some(at) => drop(now.remove(at)),
            None => now.push(value.clone()),
        }
        on_change.run(now);
    };
    view! {
        <label hidden=move || needle.with(|needle| !searched.contains(needle.as_str()))>
            <input
                type="checkbox"
                prop:checked=move || selected.with(|all| all.contains(&ticked))
                on:change=toggle
            />
            <span>{label}</span>
            <span class="num">{count}</span>
        </label>
    }
}
