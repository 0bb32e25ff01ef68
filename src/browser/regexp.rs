//! The browser's own regular expressions.
//!
//! They replace Java's, which Git Integration for Jira uses; the caller reports where the two differ.

use std::cell::RefCell;

use js_sys::{Array, Function, Reflect, RegExp};
use wasm_bindgen::JsCast;

struct Compiled {
    pattern: String,
    regexp: Option<RegExp>,
}

thread_local! {
    // One pattern is tried on many names in a row, so the last one is cached.
    static LAST: RefCell<Option<Compiled>> = const { RefCell::new(None) };
}

/// Whether the pattern is found anywhere in the text; `None` when it is no valid pattern.
///
/// The pattern is read with the flag `u`, under which every escape must mean something.
pub fn matches(pattern: &str, text: &str) -> Option<bool> {
    LAST.with_borrow_mut(|last| {
        if last.as_ref().is_none_or(|compiled| compiled.pattern != pattern) {
            *last = Some(Compiled { pattern: pattern.to_owned(), regexp: compile(pattern) });
        }
        let regexp = last.as_ref()?.regexp.as_ref()?;
        Some(regexp.test(text))
    })
}

/// `RegExp::new` of js-sys does not catch what JavaScript throws, `Reflect::construct` does.
fn compile(pattern: &str) -> Option<RegExp> {
    let constructor: Function = Reflect::get(&js_sys::global(), &"RegExp".into()).ok()?.dyn_into().ok()?;
    let arguments = Array::of2(&pattern.into(), &"u".into());
    Reflect::construct(&constructor, &arguments).ok()?.dyn_into().ok()
}
