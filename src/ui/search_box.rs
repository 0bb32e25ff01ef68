//! A search field.

use leptos::prelude::*;

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
    view! {
        <input
            id=id
            class="find"
            type="search"
            aria-label=label
            placeholder=placeholder
            autocomplete="off"
            spellcheck="false"
            prop:value=move || value.get()
            on:input:target=move |event| on_input.run(event.target().value())
        />
    }
}
