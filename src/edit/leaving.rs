//! The question before a form is left: with unsaved changes, or while a change is under way.

use crate::browser::effect::effect;
use crate::browser::reactive::click;
use crate::route::{Guard, navigation};
use crate::sentences;
use crate::ui::Dialog;
use leptos::prelude::*;

/// Used once on a page with a form; opens when the user goes to another page.
#[component]
pub fn LeavingDialog() -> impl IntoView {
    let navigation = navigation();
    let pending = navigation.pending();
    let open = RwSignal::new(false);
    let guard = RwSignal::new(Guard::Unsaved);
    effect(move || {
        let is_open = pending.read().is_some();
        // What is under way may end, well or badly, while the question is open.
        match navigation.guarded() {
            Guard::Clear if is_open => return pending.set(None),
            now if is_open => guard.set(now),
            _ => {}
        }
        if open.get_untracked() != is_open {
            open.set(is_open);
        }
    });
    let under_way = move || guard.get() == Guard::UnderWay;
    let title = Signal::derive(move || {
        let title = if under_way() {
            sentences::LEAVE_WHILE_IT_IS_BEING_SAVED_QUESTION
        } else {
            sentences::LEAVE_WITHOUT_SAVING_QUESTION
        };
        title.to_owned()
    });
    let stay = move || pending.set(None);
    // Only what differs is drawn anew: a dialog that is drawn again is closed with the one before it.
    let class = move || (!under_way()).then_some("danger");
    let leave = move || if under_way() { "Leave" } else { sentences::LEAVE_WITHOUT_SAVING };
    let actions = move || {
        view! {
            <button type="button" class="primary" autofocus on:click=click(stay)>
                {sentences::STAY_HERE}
            </button>
            <button type="button" class=class on:click=click(move || navigation.leave())>
                {leave}
            </button>
        }
    };
    let text = move || {
        if under_way() {
            "Your changes are being saved. If you leave, the next page tells you the result."
        } else {
            "Your changes on this page are not saved. If you leave, they are lost."
        }
    };
    view! {
        <Dialog open title actions on_close=Callback::new(move |()| stay())>
            <p>{text}</p>
        </Dialog>
    }
}
