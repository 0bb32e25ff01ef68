//! A search field.

use leptos::prelude::*;

use super::el::*;

/// A search field with a label for screen readers.
#[component]
pub fn SearchBox(
    /// The field's own id.
    #[prop(into)]
    id: String,
    /// What it searches.
    #[prop(into)]
    label: String,
    /// Says the same to the eye.
    #[prop(optional, into)]
    placeholder: String,
    /// What is in it.
    #[prop(into)]
    value: Signal<String>,
    /// Each keystroke.
    #[prop(into)]
    on_input: Callback<String>,
) -> impl IntoView {
    search_field(label, placeholder)
        .attr("id", id)
        .class("find")
        .live_prop("value", move || value.get().into())
        .on_input(move |text| on_input.run(text))
}

/// The bare field.
pub fn search_field(label: String, placeholder: impl Into<Words>) -> El {
    el("input")
        .attr("type", "search")
        .attr("aria-label", label)
        .attr("placeholder", placeholder)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("autocapitalize", "off")
        .attr("autocorrect", "off")
}
