//! The question before a form with unsaved changes is left.

use crate::browser::effect::effect;
use crate::console::console;
use crate::reactive::click;
use crate::ui::Dialog;
use leptos::prelude::*;

/// Stands in the app once; opens when somebody wants to go elsewhere.
#[component]
pub fn LeavingDialog() -> impl IntoView {
    let navigation = console().navigation;
    let pending = navigation.pending();
    let open = RwSignal::new(false);
    effect(move || open.set(pending.read().is_some()));
    let stay = move || pending.set(None);
    let actions = move || {
        view! {
            <button type="button" class="primary" autofocus on:click=click(stay)>"Stay here"</button>
            <button type="button" class="danger" on:click=click(move || navigation.leave())>"Leave without saving"</button>
        }
    };
    view! {
        <Dialog open title="Leave without saving?" actions on_close=Callback::new(move |()| stay())>
            <p>"What you changed on this page has not been saved and would be lost."</p>
        </Dialog>
    }
}
