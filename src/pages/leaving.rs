//! The question before a form with unsaved changes is left.

use crate::browser::effect::effect;
use crate::navigation::navigation;
use crate::ui::Dialog;
use crate::ui::el::{button, el};
use leptos::prelude::*;

/// Stands in the app once; opens when somebody wants to go elsewhere.
#[component]
pub fn LeavingDialog() -> impl IntoView {
    let navigation = navigation();
    let pending = navigation.pending();
    let open = RwSignal::new(false);
    effect(move || open.set(pending.read().is_some()));
    let stay = move || pending.set(None);
    let actions = move || {
        let stay = button("primary").attr("autofocus", "").text("Stay here").on_click(stay);
        vec![stay, button("danger").text("Leave without saving").on_click(move || navigation.leave())]
    };
    let lost = || el("p").text("What you changed on this page has not been saved and would be lost.");
    let on_close = Callback::new(move |()| stay());
    view! { <Dialog open title="Leave without saving?" actions on_close>{lost()}</Dialog> }
}
