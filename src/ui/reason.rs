//! Why a control cannot be used now: its description, for the eye and for screen readers.
//!
//! Inside an element of class `with-reason` it is shown on hover and focus only, until Esc.

use leptos::prelude::*;

/// Stands right behind its control.
#[component]
pub fn Reason(
    /// What the control's `aria-describedby` names.
    id: String,
    /// A whole sentence; `None` while the control can be used.
    because: Signal<Option<String>>,
) -> impl IntoView {
    move || {
        because.get().map(|because| {
            view! {
                <span class="reason" id=id.clone()>
                    {because}
                </span>
            }
        })
    }
}
