//! A setting that is on or off, or not known.

use leptos::prelude::*;

use super::{fresh_id, reason::Reason};

/// A button of role switch with its label and hint beside it.
///
/// Switches have no third state in ARIA, so while the value is unknown it is a mixed checkbox.
#[component]
pub fn Switch(
    /// The button's own id: what an error summary leads to.
    #[prop(into)]
    id: String,
    /// What is on or off.
    #[prop(into)]
    label: String,
    /// A sentence below the label.
    #[prop(optional, into)]
    hint: String,
    /// Ids of more that describes it, for example its error; separated by spaces.
    #[prop(optional, into)]
    described_by: Signal<String>,
    /// Keeps the label for screen readers only, for a table cell whose column says what it is.
    #[prop(optional)]
    label_hidden: bool,
    /// `None`: unknown.
    #[prop(into)]
    checked: Signal<Option<bool>>,
    /// Asks for the other state; from unknown, for on.
    #[prop(into)]
    on_change: Callback<bool>,
    /// A whole sentence while it cannot be used.
    #[prop(optional, into)]
    disabled_because: Signal<Option<String>>,
    /// While a change is on its way.
    #[prop(optional, into)]
    busy: Signal<bool>,
) -> impl IntoView {
    let hint_id = (!hint.is_empty()).then(|| fresh_id("hint"));
    let reason_id = fresh_id("reason");
    let off = move || busy.get() || disabled_because.read().is_some();
    let descriptions = {
        let (hint_id, reason_id) = (hint_id.clone(), reason_id.clone());
        move || {
            let reason = disabled_because.read().is_some().then(|| reason_id.clone());
            let all = [hint_id.clone(), reason, Some(described_by.get()).filter(|ids| !ids.is_empty())];
            let all: Vec<String> = all.into_iter().flatten().collect();
            (!all.is_empty()).then(|| all.join(" "))
        }
    };
    let click = move |_| {
        if !untrack(off) {
            on_change.run(checked.get_untracked() != Some(true));
        }
    };
    view! {
        // Beside a label there is room for the reason; in a table cell it appears on hover and focus.
        <span class="switch" class:with-reason=label_hidden>
            <button
                type="button"
                id=id
                role=move || if checked.get().is_some() { "switch" } else { "checkbox" }
                aria-checked=move || match checked.get() {
                    Some(true) => "true",
                    Some(false) => "false",
                    None => "mixed",
                }
                aria-disabled=move || off().then_some("true")
                aria-busy=move || busy.get().then_some("true")
                aria-describedby=descriptions
                on:click=click
            >
                <span class="box" aria-hidden="true"></span>
                <span class=if label_hidden { "sr-only" } else { "label" }>{label}</span>
            </button>
            {hint_id.map(|id| view! { <span class="hint" id=id>{hint}</span> })}
            <Reason id=reason_id because=disabled_because />
        </span>
    }
}
