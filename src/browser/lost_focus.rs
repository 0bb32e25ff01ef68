//! Catching the focus when what had it is taken off the page: a button that did its work, a notice that is over.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{FocusEvent, Node};

use super::root;

/// Runs `land` when the focus would fall out of the app because its element is gone. Who clicks beside everything has
/// moved the focus away on purpose: then the element is still there, and nothing happens.
pub fn catch(land: fn()) {
    let left = move |event: FocusEvent| {
        let Some(element) = event.target().and_then(|target| target.dyn_into::<Node>().ok()) else { return };
        if event.related_target().is_none() {
            // Dialogs give the focus back by themselves, and pages move it to their heading: they go first.
            request_animation_frame(move || {
                if !element.is_connected() && !is_inside() {
                    land();
                }
            });
        }
    };
    let listener = Closure::<dyn Fn(FocusEvent)>::new(left).into_js_value();
    let _ = root::get().add_event_listener_with_callback("focusout", listener.unchecked_ref());
}

fn is_inside() -> bool {
    root::active().is_some_and(|active| root::get().contains(Some(&active)))
}
