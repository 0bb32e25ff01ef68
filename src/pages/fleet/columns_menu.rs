//! The menu of columns: which integrations have one, and what the table is sorted by.

use super::asked::{Asked, Sort};
use super::columns::{Column, MOST};
use super::view::FleetView;
use crate::browser::reactive::{click, derive, memo};
use crate::browser::{page, root};
use crate::sentences;
use crate::ui::Popup;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The button, and the menu while it is open.
#[component]
pub fn ColumnsMenu(
    /// The page.
    view: FleetView,
) -> impl IntoView {
    let popup = Popup::new(false);
    let chosen = derive(move || view.asked.read().columns.len());
    let button = popup.button("", "dialog").live_text(move || match chosen.get() {
        0 => sentences::COLUMNS.to_owned(),
        chosen => format!("{}: {chosen}", sentences::COLUMNS),
    });
    let class = move || match chosen.get() {
        0 => "chip",
        _ => "chip on",
    };
    let menu = move || {
        // What is chosen until it is closed is one step in the history.
        on_cleanup(|| page::group_changes(false));
        popup
            .draw("dialog", "facet columns", begin, |_, _| ())
            .attr("aria-label", sentences::COLUMNS)
            .view(view! { <SortBy view /> })
            .view(view! { <Choices view popup /> })
    };
    let is_open = memo(move || popup.open.get());
    view! {
        <span class=class>{button}</span>
        {move || is_open.get().then(menu)}
    }
}

/// The first field has the focus.
fn begin(popup: &HtmlElement) {
    if let Ok(Some(field)) = popup.query_selector("select") {
        root::focus_on(field.unchecked_ref());
    }
}

#[component]
fn SortBy(view: FleetView) -> impl IntoView {
    let option = move |sort: Sort| {
        view! {
            <option value=sort.word() selected=move || view.asked.read().sort == sort>
                {sort.label()}
            </option>
        }
    };
    let sort = move |event| {
        let word = event_target_value(&event);
        if let Some(sort) = Sort::ALL.into_iter().find(|sort| sort.word() == word) {
            let asked = view.asked.get_untracked();
            if asked.sort != sort {
                view.set.run(asked.sorted_by(sort));
            }
        }
        page::group_changes(true);
    };
    let turn = move |_| {
        let asked = view.asked.get_untracked();
        view.set.run(Asked { descending: !asked.descending, ..asked });
        page::group_changes(true);
    };
    view! {
        <div class="sort-by">
            <label>
                "Sort by " <select on:change=sort>{Sort::ALL.map(option).into_iter().collect_view()}</select>
            </label>
            <label>
                <input type="checkbox" prop:checked=move || view.asked.read().descending on:change=turn />
                " Descending"
            </label>
        </div>
    }
}

#[component]
fn Choices(view: FleetView, popup: Popup) -> impl IntoView {
    let all = move || {
        let columns = view.columns.get_untracked();
        let mut all: Vec<Column> = columns.shown.into_iter().chain(columns.rest).collect();
        all.sort_by(|one, other| one.label.cmp(&other.label));
        all
    };
    let choice = move |column: Column| {
        let Column { slug, label, .. } = column;
        let shown = slug.clone();
        let is_shown = move || view.columns.read().shown.iter().any(|column| column.slug == shown);
        let toggle = move |event| {
            let on = event_target_checked(&event);
            let asked = view.asked.get_untracked();
            let mut columns: Vec<String> =
                view.columns.read_untracked().shown.iter().map(|column| column.slug.clone()).collect();
            columns.retain(|one| *one != slug);
            if on {
                columns.push(slug.clone());
                // The last one gives way.
                if columns.len() > MOST {
                    columns.remove(MOST - 1);
                }
            }
            view.set.run(Asked { columns, ..asked });
            page::group_changes(true);
        };
        view! {
            <label>
                <input type="checkbox" prop:checked=is_shown on:change=toggle />
                <span>{label}</span>
            </label>
        }
    };
    let usual = click(move || {
        if let Some(menu) = popup.button.find() {
            root::focus_on(&menu);
        }
        view.set.run(Asked { columns: Vec::new(), ..view.asked.get_untracked() });
    });
    view! {
        <div class="checklist" role="group" aria-label=sentences::COLUMNS>
            {all().into_iter().map(choice).collect_view()}
        </div>
        <div hidden=move || view.asked.read().columns.is_empty()>
            <button type="button" class="quiet" on:click=usual>
                "Show the usual columns"
            </button>
        </div>
    }
}
