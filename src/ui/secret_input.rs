//! A field for a token or password: hidden as it is typed, shown on request, open to password managers and pasting.

use super::el::{Words, button, el, true_or_false, when, while_true};
use crate::browser::focus_moves::is_off_to_submit;
use crate::browser::reactive::derive;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The field and the button that reveals what is typed.
#[component]
pub fn SecretInput(
    /// Its own id.
    #[prop(into)]
    id: String,
    /// What is typed; the caller clears it after use.
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
    /// The id of an element that says more about it; empty when there is none.
    #[prop(optional)]
    hinted_by: String,
) -> impl IntoView {
    let revealed = RwSignal::new(false);
    // The browser may keep the page as it is, and show it again after Back, perhaps to somebody else.
    let left = window_event_listener_untyped("pagehide", move |_| value.set(String::new()));
    on_cleanup(move || left.remove());
    let own_error = format!("{id}-error");
    let draws_error = described_by.is_none();
    let error_id = described_by.unwrap_or_else(|| own_error.clone());
    let field = el("input")
        .attr("id", id)
        .live("type", move || Some(if revealed.get() { "text" } else { "password" }.into()))
        .class("mono")
        // No browser fills in what it knows of elsewhere; boot.js tells fields of secrets by it.
        .attr("autocomplete", "new-password")
        .attr("spellcheck", "false")
        .attr("autocapitalize", "off")
        .attr("autocorrect", "off")
        .live("aria-invalid", move || while_true(problem.read().is_some()))
        .live("aria-describedby", move || {
            let error = if problem.read().is_some() { error_id.as_str() } else { "" };
            let ids = format!("{hinted_by} {error}");
            Some(ids.trim().to_owned().into()).filter(|ids: &Words| !ids.is_empty())
        })
        .live_prop("value", move || value.get().into())
        .on_input(move |text| value.set(text))
        .on("blur", move |event| {
            if let Some(on_left) = on_left.filter(|_| !is_off_to_submit(event.unchecked_ref())) {
                // Also sent when the page is left with the focus in it.
                on_left.try_run(());
            }
        });
    let show = button("")
        .live("aria-pressed", move || true_or_false(revealed.get()))
        .text("Show")
        .on_click(move || revealed.update(|revealed| *revealed = !*revealed));
    let wrong = derive(move || draws_error && problem.read().is_some());
    let error = move || {
        el("span")
            .class("err")
            .attr("id", own_error.clone())
            .live_text(move || problem.get().unwrap_or_default())
    };
    vec![el("span").class("row").child(field).child(show).into_any(), when(wrong, error)]
}
