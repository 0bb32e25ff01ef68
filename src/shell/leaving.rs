//! The question before a form is left: with unsaved changes, or while a change is under way.

use crate::browser::effect::effect;
use crate::route::{Guard, navigation};
use crate::ui::Dialog;
use crate::ui::el::{button, el};
use leptos::prelude::*;

/// Stands in the app once; opens when somebody wants to go elsewhere.
#[component]
pub fn LeavingDialog() -> impl IntoView {
    let navigation = navigation();
    let pending = navigation.pending();
    let open = RwSignal::new(false);
    // The question is about what was so when it was asked.
    let guard = RwSignal::new(Guard::Unsaved);
    effect(move || {
        let is_open = pending.read().is_some();
        if is_open {
            guard.set(untrack(|| navigation.guarded()));
        }
        open.set(is_open);
    });
    let under_way = move || guard.get() == Guard::UnderWay;
    let title = Signal::derive(move || {
        let title = if under_way() { "Leave while it is being saved?" } else { "Leave without saving?" };
        title.to_owned()
    });
    let stay = move || pending.set(None);
    let actions = move || {
        let stay = button("primary").attr("autofocus", "").text("Stay here").on_click(stay);
        let (class, leave) = if under_way() { ("", "Leave") } else { ("danger", "Leave without saving") };
        vec![stay, button(class).text(leave).on_click(move || navigation.leave())]
    };
    let text = move || {
        el("p").live_text(move || {
            let text = if under_way() {
                "Your changes are on their way to the server. If you leave, you are told on the next page what came of it."
            } else {
                "What you changed on this page has not been saved and would be lost."
            };
            text.to_owned()
        })
    };
    let on_close = Callback::new(move |()| stay());
    view! { <Dialog open title actions on_close>{text()}</Dialog> }
}
