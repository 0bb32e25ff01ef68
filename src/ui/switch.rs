//! A setting that is on or off, or not known.

use leptos::prelude::*;

use super::{el::*, fresh_id, reason::reason};

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
    let (hint_id, reason_id) = (fresh_id("hint"), fresh_id("reason"));
    let has_hint = !hint.is_empty();
    let refused = move || disabled_because.read().is_some();
    let off = move || busy.get() || refused();
    let descriptions = {
        let (hint_id, reason_id) = (hint_id.clone(), reason_id.clone());
        move || {
            let mut ids = described_by.get();
            for (id, there) in [(&hint_id, has_hint), (&reason_id, refused())] {
                if there {
                    ids = format!("{ids} {id}");
                }
            }
            Some(ids.trim_start().to_owned().into()).filter(|ids: &Words| !ids.is_empty())
        }
    };
    let role = move || Some(if checked.get().is_some() { "switch" } else { "checkbox" }.into());
    let state = move || match checked.get() {
        Some(on) => true_or_false(on),
        None => Some("mixed".into()),
    };
    let click = move || {
        if !untrack(off) {
            on_change.run(checked.get_untracked() != Some(true));
        }
    };
    let switch = button("")
        .attr("id", id)
        .live("role", role)
        .live("aria-checked", state)
        .live("aria-disabled", move || while_true(off()))
        .live("aria-busy", move || while_true(busy.get()))
        .live("aria-describedby", descriptions)
        .child(symbol("").class("box"))
        .child(if label_hidden { unseen(label) } else { el("span").class("label").text(label) })
        .on_click(click);
    // Beside a label there is room for the reason; in a table cell it appears on hover and focus.
    el("span")
        .class(if label_hidden { "switch with-reason" } else { "switch" })
        .child(switch)
        .child_if(has_hint.then(|| el("span").class("hint").attr("id", hint_id).text(hint)))
        .view(reason(reason_id, disabled_because))
}
