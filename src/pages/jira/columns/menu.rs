//! The menu of columns: which there are, and what the list is sorted by. On a phone it is the only way to sort by a column
//! that has no room.

use super::asked::{NAME, USUAL};
use super::state::{Column, State};
use super::texts::Agreement;
use crate::browser::reactive::{click, memo};
use crate::browser::{page, root};
use crate::sentences;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The menu; only while it is open.
#[component]
pub fn ColumnsMenu(
    /// What the columns share.
    state: State,
) -> impl IntoView {
    let popup = state.list.columns;
    let menu = move || {
        // What is chosen until it is closed is one step in the history.
        on_cleanup(|| page::group_changes(false));
        popup
            .draw("dialog", "facet columns", begin, |_, _| ())
            .attr("aria-label", sentences::COLUMNS)
            .view(view! { <SortBy state /> })
            .view(view! { <Choices state /> })
    };
    let is_open = memo(move || popup.open.get());
    move || is_open.get().then(menu)
}

/// The first field has the focus.
fn begin(popup: &HtmlElement) {
    if let Ok(Some(field)) = popup.query_selector("select") {
        root::focus_on(field.unchecked_ref());
    }
}

#[component]
fn SortBy(state: State) -> impl IntoView {
    let options = move || {
        let asked = state.asked.read();
        let mut keys: Vec<&str> = [NAME].into_iter().chain(USUAL).collect();
        for key in asked.columns.iter().chain([&asked.sort]) {
            if !keys.contains(&key.as_str()) {
                keys.push(key);
            }
        }
        keys.into_iter()
            .map(|key| {
                let label = state.column(key).map_or_else(|| "Name".to_owned(), |column| column.label);
                view! {
                    <option value=key.to_owned() selected=asked.sort == key>
                        {label}
                    </option>
                }
            })
            .collect_view()
    };
    let sort = move |event| {
        let key = event_target_value(&event);
        state.change(|asked| {
            if asked.sort != key {
                asked.sort_by(&key);
            }
        });
        page::group_changes(true);
    };
    let turn = move |_| {
        state.change(|asked| asked.descending = !asked.descending);
        page::group_changes(true);
    };
    view! {
        <div class="sort-by">
            <label>"Sort by " <select on:change=sort>{options}</select></label>
            <label>
                <input type="checkbox" prop:checked=move || state.asked.read().descending on:change=turn />
                " Descending"
            </label>
        </div>
    }
}

#[component]
fn Choices(state: State) -> impl IntoView {
    let choice = move |column: Column| {
        let Column { key, label, .. } = column;
        let (shown, noted, toggled) = (key.clone(), key.clone(), key);
        let checked = move || state.asked.read().columns.contains(&shown);
        let toggle = move |event| {
            let on = event_target_checked(&event);
            state.change(|asked| asked.choose(&toggled, on));
            page::group_changes(true);
        };
        // A column that is left out says why.
        let note = move || {
            let agreements = state.agreements.read();
            let agrees =
                agreements.iter().any(|(key, agreement)| *key == noted && *agreement == Agreement::Agrees);
            agrees.then_some("all the same")
        };
        view! {
            <label>
                <input type="checkbox" prop:checked=checked on:change=toggle />
                <span>{label}</span>
                <span class="sub">{note}</span>
            </label>
        }
    };
    let is_usual = move || state.asked.read().columns == USUAL;
    let usual = click(move || {
        if let Some(menu) = state.list.columns.button.find() {
            root::focus_on(&menu);
        }
        state.change(|asked| {
            let chosen = asked.columns.clone();
            chosen.iter().for_each(|key| asked.choose(key, false));
            USUAL.iter().for_each(|key| asked.choose(key, true));
            asked.only_differing = false;
        });
    });
    view! {
        <div class="checklist" role="group" aria-label=sentences::COLUMNS>
            {state.all.get_value().into_iter().map(choice).collect_view()}
        </div>
        <div hidden=is_usual>
            <button type="button" class="quiet" on:click=usual>
                "Show the usual columns"
            </button>
        </div>
    }
}
