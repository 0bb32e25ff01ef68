//! Copying text.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlTextAreaElement, Node};

use super::root;

/// Puts the text on the clipboard; says whether that worked.
pub async fn copy(text: String) -> bool {
    let clipboard = window().navigator().clipboard();
    // A page on plain http has no `navigator.clipboard`, and many a Jira behind a firewall is one.
    if clipboard.is_undefined() {
        return copy_by_selection(&text).is_some();
    }
    JsFuture::from(clipboard.write_text(&text)).await.is_ok()
}

/// The old way: select the text in a field of our own and ask the document to copy the selection.
fn copy_by_selection(text: &str) -> Option<()> {
    let before = root::active();
    // While a modal dialog is open, nothing outside it can be selected.
    let dialog = before.as_ref().and_then(|element| element.closest("dialog").ok().flatten());
    let place: Node = dialog.map_or_else(|| root::get().into(), Into::into);
    let field: HtmlTextAreaElement = document().create_element("textarea").ok()?.unchecked_into();
    field.set_value(text);
    field.set_class_name("sr-only");
    place.append_child(&field).ok()?;
    field.select();
    let copied = execute_copy();
    field.remove();
    if let Some(element) = before {
        let _ = element.focus();
    }
    copied.filter(|copied| *copied).map(|_| ())
}

fn execute_copy() -> Option<bool> {
    let document = JsValue::from(document());
    let execute: Function = Reflect::get(&document, &"execCommand".into()).ok()?.dyn_into().ok()?;
    Reflect::apply(&execute, &document, &Array::of1(&"copy".into())).ok()?.as_bool()
}
