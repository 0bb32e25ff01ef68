//! JSON as servers send it: halves of characters, which JSON allows and texts here cannot hold, lose no answer.

use serde_json::Value;

/// Reads JSON. Where a server has cut a text inside a character, so that only one half of its `\ud83d\ude00` is left, it has
/// U+FFFD there.
///
/// # Errors
/// What is wrong with it, if it is no JSON.
pub fn parse(text: &str) -> serde_json::Result<Value> {
    serde_json::from_str(text).or_else(|error| {
        let mended = whole_characters(text);
        if mended == text { Err(error) } else { serde_json::from_str(&mended) }
    })
}

/// The text with `\ufffd` in the place of each half of a character.
fn whole_characters(text: &str) -> String {
    let code = |at: usize| {
        let code = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(code, 16).ok()
    };
    let mut whole = text.to_owned();
    let mut from = 0;
    while let Some(found) = text[from..].find('\\') {
        let at = from + found;
        from = at + 2;
        match code(at) {
            Some(0xd800..=0xdbff) if matches!(code(at + 6), Some(0xdc00..=0xdfff)) => from = at + 12,
            Some(0xd800..=0xdfff) => whole.replace_range(at..at + 6, "\\ufffd"),
            _ => {}
        }
        // What is escaped may be a character of several bytes.
        if !text.is_char_boundary(from) {
            break;
        }
    }
    whole
}
