//! Numbers as people read them.

use js_sys::Intl::NumberFormat;
use js_sys::Object;
use wasm_bindgen::JsValue;

use super::locale::locales;

thread_local! {
    static COUNT: NumberFormat = NumberFormat::new(&locales(), &Object::new());
}

/// A count with its digits in groups, in the reader's language: "10,000".
pub fn count(n: usize) -> String {
    let grouped = COUNT.with(|format| format.format().call1(&JsValue::UNDEFINED, &(n as f64).into()).ok());
    grouped.and_then(|text| text.as_string()).unwrap_or_else(|| n.to_string())
}

/// "1 integration", "214 integrations".
pub fn count_of(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", count(n), if n == 1 { one } else { many })
}
