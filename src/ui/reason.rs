//! Why a control cannot be used now: its description, for the eye and for screen readers.
//!
//! Inside an element of class `with-reason` it is shown on hover and focus only, until Esc.

use leptos::prelude::*;

use super::el::*;

/// Put it right behind its control, whose `aria-describedby` names `id`; a whole sentence, while there is one.
pub fn reason(id: String, because: Signal<Option<String>>) -> AnyView {
    let any = Signal::derive(move || because.read().is_some());
    when(any, move || {
        el("span").class("reason").attr("id", id.clone()).live_text(move || because.get().unwrap_or_default())
    })
}
