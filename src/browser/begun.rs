//! Requests that boot.js began while the app was on its way.

use js_sys::{Array, Map, Promise, Reflect};
use wasm_bindgen::JsCast;
use web_sys::AbortController;

/// A request that is under way, or was answered.
pub struct Begun {
    /// Gives the `Response`.
    pub answer: Promise,
    /// Gives the body: the text of a file, the bytes of another answer as an `ArrayBuffer`.
    pub body: Promise,
    /// Ends it.
    pub abort: AbortController,
}

/// The request for this address, if boot.js began it and nobody has taken it.
pub fn take(url: &str) -> Option<Begun> {
    let begun: Map = Reflect::get(&js_sys::global(), &"patchbayBegun".into()).ok()?.dyn_into().ok()?;
    let parts: Array = begun.get(&url.into()).dyn_into().ok()?;
    begun.delete(&url.into());
    let answer = parts.get(0).dyn_into().ok()?;
    Some(Begun { answer, abort: parts.get(1).dyn_into().ok()?, body: parts.get(2).dyn_into().ok()? })
}
