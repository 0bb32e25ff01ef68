//! A chip that narrows a list to some values of one property.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::facet_options::{FacetOption, FacetOptions};
use super::popup::{Popup, keep_focus};
use crate::browser::root;

/// The chip with what is chosen, a button that clears it, and the checkboxes beside it while open.
#[component]
pub fn Facet(
    /// The property: "Type".
    #[prop(into)]
    label: String,
    /// All values with their counts.
    #[prop(into)]
    options: Signal<Vec<FacetOption>>,
    /// The values that are chosen; none means all.
    #[prop(into)]
    selected: Signal<Vec<String>>,
    /// The values that shall be chosen.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
    /// With a search field, for many options.
    #[prop(optional)]
    searchable: bool,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let button = NodeRef::<html::Button>::new();
    let any = Memo::new(move |_| selected.with(|selected| !selected.is_empty()));
    let name = StoredValue::new(label);

    let text = move || {
        let label = name.get_value();
        match selected.with(|selected| options.with(|options| chosen(options, selected))) {
            chosen if chosen.is_empty() => label,
            chosen => format!("{label}: {chosen}"),
        }
    };
    let clear = move |_| {
        // This button goes away with what it clears; the focus must not go with it.
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
        on_change.run(Vec::new());
    };
    let popup = move || {
        let label = name.get_value();
        open.get().then(move || {
            view! {
                <Popup open button class="facet" role="dialog" label=label.clone() at_end=false on_shown=Callback::new(begin)>
                    <FacetOptions label options selected on_change searchable />
                </Popup>
            }
        })
    };
    view! {
        <span class="chip" class:on=move || any.get()>
            <button
                node_ref=button
                type="button"
                aria-haspopup="dialog"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                on:mousedown=keep_focus
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {text}
            </button>
            {move || {
                any.get()
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="clear"
                                aria-label=format!("Clear {}", name.get_value().to_lowercase())
                                on:click=clear
                            >
                                <span aria-hidden="true">"✕"</span>
                            </button>
                        }
                    })
            }}
        </span>
        {popup}
    }
}

/// The first field: the search, or the first checkbox.
fn begin(popup: HtmlElement) {
    if let Ok(Some(field)) = popup.query_selector("input") {
        root::focus_on(field.unchecked_ref());
    }
}

/// "GitHub, GitLab +2". A value that no option has, from an old address say, is shown as it is.
fn chosen(options: &[FacetOption], selected: &[String]) -> String {
    const SHOWN: usize = 2;
    let label = |value: &String| {
        let option = options.iter().find(|option| option.value == *value);
        option.map_or_else(|| value.clone(), |option| option.label.clone())
    };
    let shown = selected.iter().take(SHOWN).map(label).collect::<Vec<_>>().join(", ");
    match selected.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} +{more}"),
    }
}
