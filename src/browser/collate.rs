//! Names in the order of the reader's language, with numbers in them counted as numbers.

use super::locale::locales;
use js_sys::{Function, Reflect, Uint32Array};
use patchbay_scan::rough_order;
use wasm_bindgen::{JsCast, JsValue};

/// Between names that are handed over together; no name has it.
const BETWEEN: char = '\0';

/// The indexes of the names in sorted order. Equal names keep their order.
///
/// The browser sorts, by a function of boot.js: to ask it for each pair would take several times as long with 10,000 names.
pub fn order(names: &mut dyn Iterator<Item = String>) -> Vec<usize> {
    let names: Vec<String> = names.collect();
    // In an order that is nearly right, a tenth of the pairs are left to compare.
    let rough = rough_order(&names);
    let mut all = String::new();
    for (nth, name) in rough.iter().map(|at| &names[*at]).enumerate() {
        if nth > 0 {
            all.push(BETWEEN);
        }
        match name.contains(BETWEEN) {
            true => all.push_str(&name.replace(BETWEEN, " ")),
            false => all.push_str(name),
        }
    }
    match ordered(&all) {
        Some(order) if order.length() as usize == rough.len() => {
            order.to_vec().into_iter().filter_map(|at| rough.get(at as usize).copied()).collect()
        }
        _ => rough,
    }
}

fn ordered(names: &str) -> Option<Uint32Array> {
    let order: Function = Reflect::get(&js_sys::global(), &"patchbayOrder".into()).ok()?.dyn_into().ok()?;
    order.call2(&JsValue::UNDEFINED, &names.into(), &locales()).ok()?.dyn_into().ok()
}
