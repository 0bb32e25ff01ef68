//! Where the focus goes when it leaves a field.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent};

/// Whether it goes to the button that submits the form. What would appear under the field then moves that button away
/// under the pointer, and the click would be lost; and submitting shows all problems anyway.
pub fn is_off_to_submit(event: &FocusEvent) -> bool {
    let target = event.related_target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.matches("button[type=submit]"), Ok(true)))
}
