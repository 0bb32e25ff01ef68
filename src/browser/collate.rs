//! Names in the order of the reader's language, with numbers in them counted as numbers.

use super::locale::locales;
use js_sys::Intl::{Collator, CollatorOptions};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Their places in order: which name stands first, which second … Equal ones keep their order.
///
/// The browser sorts: to ask it for each pair would take several times as long with 10,000 names.
pub fn order(names: impl Iterator<Item = String>) -> Vec<usize> {
    // A tab stands before everything else that could follow a name.
    let list: Array = names.enumerate().map(|(at, name)| JsValue::from(format!("{name}\t{at}"))).collect();
    let options = CollatorOptions::new();
    options.set_numeric(true);
    let compare = Collator::new(&locales(), options.unchecked_ref()).compare();
    if let Ok(sort) = Reflect::get(&list, &"sort".into())
        && let Ok(sort) = sort.dyn_into::<Function>()
    {
        let _ = sort.call1(&list, &compare);
    }
    list.iter().filter_map(|name| name.as_string()?.rsplit('\t').next()?.parse().ok()).collect()
}
