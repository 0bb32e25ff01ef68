//! Small letters.

use js_sys::JsString;

/// `text` in lower case. Letters beyond ASCII are left to the browser: Rust's tables for them would be 2 KB of the first
/// download.
pub fn lower(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { JsString::from(text).to_lower_case().into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_ascii_small() {
        assert_eq!(lower("GitHub #30"), "github #30");
    }
}
