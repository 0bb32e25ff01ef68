//! JSON as servers send it: halves of characters, which JSON allows and texts here cannot hold, lose no answer.

use serde_json::Value;

/// Reads JSON. Where a server has cut a text inside a character, so that only one half of its `\ud83d\ude00` is left, the
/// text has U+FFFD there, and so it has for other characters of two halves.
///
/// # Errors
/// What is wrong with it, if it is no JSON.
pub fn parse(text: &str) -> serde_json::Result<Value> {
    serde_json::from_str(text).or_else(|error| {
        let mut bytes = text.as_bytes().to_vec();
        for at in 4..bytes.len() {
            // `\ud8` to `\udf`; each has two digits more.
            let is_half = bytes[at - 4] == b'\\'
                && bytes[at - 3] == b'u'
                && bytes[at - 2] | 0x20 == b'd'
                && bytes[at - 1] > b'7';
            if is_half {
                bytes[at - 2..at].fill(b'f');
                bytes[at] = b'f';
                if let Some(last) = bytes.get_mut(at + 1) {
                    *last = b'd';
                }
            }
        }
        String::from_utf8(bytes).map_or(Err(error), |mended| serde_json::from_str(&mended))
    })
}
