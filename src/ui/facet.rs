//! A chip that narrows a list to some values of one property.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::facet_options::{Choice, FacetOption};
use super::{el::*, popup::Popup};
use crate::browser::case::lower;
use crate::browser::{numbers, page, root};

/// The chip with what is chosen, a button that clears it, and the checkboxes beside it while open.
#[component]
pub fn Facet(
    /// The property: "Type".
    #[prop(into)]
    label: String,
    /// All values with their counts.
    #[prop(into)]
    options: Signal<Vec<FacetOption>>,
    /// What people read of a value.
    named: Arc<dyn Fn(&str) -> String + Send + Sync>,
    /// The values that are chosen; none means all.
    #[prop(into)]
    selected: Signal<Vec<String>>,
    /// The chosen values.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
    /// With a search field, for many options.
    #[prop(optional)]
    searchable: bool,
) -> impl IntoView {
    let choice = Choice { options, selected, on_change };
    let popup = Popup::new(false);
    let any = Signal::derive(move || selected.with(|selected| !selected.is_empty()));
    let name = label.clone();
    let text = move || {
        // Counting the options may take a while: only when the facet is opened.
        match any.get() {
            true => format!("{name}: {}", selected.with(|selected| chosen(selected, &*named))),
            false => name.clone(),
        }
    };
    let clear_label = format!("Clear {}", lower(&label));
    let clear = move || {
        // The button disappears, so the focus moves first.
        popup.button.focus();
        on_change.run(Vec::new());
    };
    let chip = el("span")
        .live("class", move || Some(if any.get() { "chip on" } else { "chip" }.into()))
        .child(popup.button("", "dialog").live_text(text))
        .when(any, move || {
            button("clear").attr("aria-label", clear_label.clone()).child(symbol("✕")).on_click(clear)
        });
    let open = when(popup.open.into(), move || {
        // What is ticked until it is closed is one step in the history.
        on_cleanup(|| page::group_changes(false));
        let list = popup.draw("dialog", "facet", begin, |_, _| ()).attr("aria-label", label.clone());
        choice.draw(list, &label, searchable)
    });
    (chip, open)
}

/// The first field: the search, or the first checkbox.
fn begin(popup: &HtmlElement) {
    if let Ok(Some(field)) = popup.query_selector("input") {
        root::focus_on(field.unchecked_ref());
    }
}

/// "GitHub, GitLab +2".
fn chosen(selected: &[String], named: &dyn Fn(&str) -> String) -> String {
    const SHOWN: usize = 2;
    let shown = selected.iter().take(SHOWN).map(|value| named(value)).collect::<Vec<_>>().join(", ");
    match selected.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} +{}", numbers::count(more)),
    }
}
