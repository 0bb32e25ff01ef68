//! Why a control cannot be used now: shown on hover and focus, and read out as its description.

use leptos::prelude::*;

/// Stands right behind its control, inside an element of class `with-reason`.
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
                <span class="reason" id=id.clone() role="tooltip">
                    {because}
                </span>
            }
        })
    }
}
