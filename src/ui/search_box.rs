//! A search field.

use leptos::prelude::*;
use patchbay_model::text::pasted::{REMOVED, without_credentials};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use std::sync::atomic::{AtomicBool, Ordering};

use super::{Tone, el::*, toast};

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
        .on("input", move |event| on_input.run(searched(&event)))
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

/// Whether the last text had something to remove.
static TOLD: AtomicBool = AtomicBool::new(false);

/// What is in a search field. Of an address that somebody pasted with a password the field keeps what is no secret:
/// what is searched for goes into requests, and may go into the address of the page.
pub fn searched(event: &Event) -> String {
    let Some(field) = event.target().map(JsCast::unchecked_into::<HtmlInputElement>) else {
        return String::new();
    };
    let text = field.value();
    match without_credentials(&text) {
        Some(clean) => {
            field.set_value(&clean);
            // Once for a password that is typed letter by letter.
            if !TOLD.swap(true, Ordering::Relaxed) {
                toast(Tone::Warn, REMOVED);
            }
            clean
        }
        None => {
            TOLD.store(false, Ordering::Relaxed);
            text
        }
    }
}
