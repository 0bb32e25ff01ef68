//! The field that asks for the name of the integration to remove.

use crate::browser::reactive::typed;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// The id of the field.
const FIELD: &str = "confirm-name";
const ERROR: &str = "confirm-name-error";

/// "Type … to confirm".
#[component]
pub fn ConfirmName(
    /// The name to type.
    name: Memo<String>,
    /// What was typed.
    answer: RwSignal<String>,
    /// What is wrong with it, once somebody tried.
    problem: Signal<Option<String>>,
    /// Runs on Enter.
    on_enter: Callback<()>,
) -> impl IntoView {
    let enter = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            on_enter.run(());
        }
    };
    let is_wrong = move || problem.read().is_some();
    view! {
        <div class="field">
            <label for=FIELD>"Type " <b>{name}</b> " to confirm"</label>
            <input
                id=FIELD
                type="text"
                autocomplete="off"
                spellcheck="false"
                autofocus
                prop:value=answer
                aria-describedby=move || is_wrong().then_some(ERROR)
                aria-invalid=move || is_wrong().then_some("true")
                on:input=typed(move |text| answer.set(text))
                on:keydown=enter
            />
            <Show when=is_wrong>
                <span class="err" id=ERROR>
                    {problem}
                </span>
            </Show>
        </div>
    }
}
