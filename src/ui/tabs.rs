//! Tabs: one Tab stop, arrow keys between them.
//!
//! The caller draws the panels: `<div role="tabpanel" id=tab_panel_id(x) aria-labelledby=tab_id(x) tabindex="0">`.

use leptos::prelude::*;

use super::el::*;
use crate::browser::root;

/// The id of a tab's button.
pub fn tab_id(id: &str) -> String {
    format!("tab-{id}")
}

/// The id that the panel of a tab must have.
pub fn tab_panel_id(id: &str) -> String {
    format!("panel-{id}")
}

/// A row of tabs; the selection follows the focus.
#[component]
pub fn Tabs(
    /// What the tabs are about, for screen readers.
    #[prop(into)]
    label: String,
    /// Ids and titles.
    tabs: Vec<(&'static str, Signal<String>)>,
    /// The id of the one that is shown.
    selected: RwSignal<&'static str>,
) -> impl IntoView {
    let ids: Vec<&'static str> = tabs.iter().map(|(id, _)| *id).collect();
    let keydown = move |event: web_sys::KeyboardEvent| {
        let (last, at) = (ids.len().saturating_sub(1), selected.get_untracked());
        let at = ids.iter().position(|id| *id == at).unwrap_or_default();
        let to = match event.key().as_str() {
            "ArrowRight" if at == last => 0,
            "ArrowRight" => at + 1,
            "ArrowLeft" if at == 0 => last,
            "ArrowLeft" => at - 1,
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        if let Some(id) = ids.get(to).copied() {
            selected.set(id);
            root::focus(&tab_id(id));
        }
    };
    let tab = move |(id, title): (&'static str, Signal<String>)| {
        let is_selected = move || selected.get() == id;
        button("")
            .attr("role", "tab")
            .attr("id", tab_id(id))
            .live("aria-selected", move || true_or_false(is_selected()))
            // Only the panel that is drawn can be named.
            .live("aria-controls", move || is_selected().then(|| tab_panel_id(id).into()))
            .live("tabindex", move || Some(if is_selected() { "0" } else { "-1" }.into()))
            .live_text(move || title.get())
            .on_click(move || selected.set(id))
    };
    el("div")
        .class("tabs")
        .attr("role", "tablist")
        .attr("aria-label", label)
        .on_key(keydown)
        .children(tabs.into_iter().map(tab))
}
