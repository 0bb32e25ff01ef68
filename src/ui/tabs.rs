//! Tabs: one Tab stop, arrow keys between them.
//!
//! The caller draws the panels: `<div role="tabpanel" id=tab_panel_id(x) aria-labelledby=tab_id(x) tabindex="0">`.

use leptos::prelude::*;

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
        view! {
            <button
                type="button"
                role="tab"
                id=tab_id(id)
                aria-selected=move || if is_selected() { "true" } else { "false" }
                // Only the panel that is drawn can be named.
                aria-controls=move || is_selected().then(|| tab_panel_id(id))
                tabindex=move || if is_selected() { "0" } else { "-1" }
                on:click=move |_| selected.set(id)
            >
                {move || title.get()}
            </button>
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label=label on:keydown=keydown>
            {tabs.into_iter().map(tab).collect_view()}
        </div>
    }
}
