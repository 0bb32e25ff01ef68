//! Whose way of writing dates and numbers: the Jira user's inside Jira, else the browser's.

use js_sys::Intl::NumberFormat;
use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};

/// Where Jira says which language its user has chosen.
const JIRA: &str = "meta[name='ajs-user-locale']";

/// The locales for `Intl`; an empty list means the browser's own.
pub fn locales() -> Array {
    let said = document().query_selector(JIRA).ok().flatten().and_then(|meta| meta.get_attribute("content"));
    said.and_then(|locale| tag(&locale)).map(|tag| Array::of1(&tag.into())).unwrap_or_default()
}

/// What `Intl` makes of that, and who said it, for a bug report: "de-DE, as Jira’s page says".
pub fn in_use() -> String {
    let locales = locales();
    let format = NumberFormat::new(&locales, &Object::new());
    // By name, so that a function for this alone is not loaded by everybody.
    let options =
        Reflect::get(&format, &"resolvedOptions".into()).and_then(|options| options.dyn_into::<Function>());
    let options = options.and_then(|options| options.call1(&format, &JsValue::UNDEFINED));
    let locale = options.and_then(|options| Reflect::get(&options, &"locale".into())).ok();
    let locale = locale.and_then(|locale| locale.as_string()).unwrap_or_else(|| "unknown".to_owned());
    let who = if locales.length() > 0 { "as Jira’s page says" } else { "the browser’s own" };
    format!("{locale}, {who}")
}

/// `de_DE`, as Java writes it, as the web does: `de-DE`. Variants are left out: many are no variants to browsers, which
/// throw when they see one.
fn tag(locale: &str) -> Option<String> {
    let mut parts = locale.trim().split(['_', '-']);
    let fits = |part: &str, length: std::ops::RangeInclusive<usize>| {
        length.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let language = parts.next().filter(|part| fits(part, 2..=3))?;
    Some(match parts.next().filter(|part| fits(part, 2..=2)) {
        Some(country) => format!("{language}-{country}"),
        None => language.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn reads_languages_as_java_writes_them() {
        for (java, web) in [
            ("en_US", Some("en-US")),
            ("de_DE", Some("de-DE")),
            ("ar", Some("ar")),
            ("ja_JP_JP", Some("ja-JP")),
            ("", None),
            ("_DE", None),
            ("x", None),
        ] {
            assert_eq!(tag(java).as_deref(), web, "{java}");
        }
    }
}
