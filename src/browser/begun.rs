//! Requests that boot.js began while the app was on its way.

use js_sys::{Array, Map, Promise, Reflect};
use wasm_bindgen::JsCast;
use web_sys::AbortController;

/// The answer to the request for this address, and what ends the request, if boot.js began it and nobody has taken it.
pub fn take(url: &str) -> Option<(Promise, AbortController)> {
    let begun: Map = Reflect::get(&js_sys::global(), &"patchbayBegun".into()).ok()?.dyn_into().ok()?;
    let parts: Array = begun.get(&url.into()).dyn_into().ok()?;
    begun.delete(&url.into());
    Some((parts.get(0).dyn_into().ok()?, parts.get(1).dyn_into().ok()?))
}
