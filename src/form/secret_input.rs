//! A field for a token or password: hidden as it is typed, shown on request, open to password managers and pasting.

use crate::reactive::{click, typed};
use leptos::prelude::*;

/// The field and the button that reveals what is typed.
#[component]
pub fn SecretInput(
    /// Its own id.
    #[prop(into)]
    id: String,
    /// What is typed; emptied by whoever is done with it.
    value: RwSignal<String>,
    /// What is wrong with it.
    #[prop(into)]
    problem: Signal<Option<String>>,
    /// Runs when the field is left.
    #[prop(optional, into)]
    on_left: Option<Callback<()>>,
    /// The id of an element that says what is wrong; without it the sentence is drawn here.
    #[prop(optional, into)]
    described_by: Option<String>,
) -> impl IntoView {
    let revealed = RwSignal::new(false);
    let own_error = format!("{id}-error");
    let draws_error = described_by.is_none();
    let error_id = described_by.unwrap_or_else(|| own_error.clone());
    view! {
        <span class="row">
            <input
                id=id
                type=move || if revealed.get() { "text" } else { "password" }
                class="mono"
                autocomplete="off"
                spellcheck="false"
                autocapitalize="off"
                aria-invalid=move || problem.read().is_some().then_some("true")
                aria-describedby=move || problem.read().is_some().then(|| error_id.clone())
                prop:value=move || value.get()
                on:input=typed(move |text| value.set(text))
                on:blur=move |_| {
                    if let Some(on_left) = on_left {
                        on_left.run(());
                    }
                }
            />
            <button
                type="button"
                aria-pressed=move || if revealed.get() { "true" } else { "false" }
                on:click=click(move || revealed.update(|revealed| *revealed = !*revealed))
            >
                "Show"
            </button>
        </span>
        {move || {
            problem
                .get()
                .filter(|_| draws_error)
                .map(|sentence| view! { <span class="err" id=own_error.clone()>{sentence}</span> })
        }}
    }
}
