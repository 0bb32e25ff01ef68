//! A chip that narrows a list to some values of one property.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::facet_options::Choice;
use super::{el::*, popup::Popup};
use crate::browser::case::lower;
use crate::browser::{numbers, page, root};

/// The chip with what is chosen, and a button that clears it.
#[component]
pub fn FacetChip(
    /// The property: "Type".
    #[prop(into)]
    label: String,
    /// What people read of a value.
    named: Arc<dyn Fn(&str) -> String + Send + Sync>,
    /// The values that are chosen; none means all.
    #[prop(into)]
    selected: Signal<Vec<String>>,
    /// The chosen values.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
    /// What its button opens: [`facet_values`].
    popup: Popup,
) -> impl IntoView {
    let any = Signal::derive(move || selected.with(|selected| !selected.is_empty()));
    let clear_label = format!("Clear {}", lower(&label));
    let text = move || match any.get() {
        true => format!("{label}: {}", selected.with(|selected| chosen(selected, &*named))),
        false => label.clone(),
    };
    let clear = move || {
        // The button disappears, so the focus moves first.
        popup.button.focus();
        on_change.run(Vec::new());
    };
    el("span")
        .live("class", move || Some(if any.get() { "chip on" } else { "chip" }.into()))
        .child(popup.button("", "dialog").live_text(text))
        .when(any, move || {
            button("clear").attr("aria-label", clear_label.clone()).child(symbol("✕")).on_click(clear)
        })
}

/// The checkboxes beside a chip while it is open, with a search field if there are many.
pub fn facet_values(popup: Popup, label: String, choice: Choice, searchable: bool) -> AnyView {
    when(popup.open.into(), move || {
        // What is ticked until it is closed is one step in the history.
        on_cleanup(|| page::group_changes(false));
        let list = popup.draw("dialog", "facet", begin, |_, _| ()).attr("aria-label", label.clone());
        choice.draw(list, &label, searchable)
    })
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
