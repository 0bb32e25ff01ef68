//! JSON that is nested more deeply than anything that a server has to say.

/// How deep JSON may be nested: the limit of the reader.
pub const DEEPEST: usize = 127;

/// Whether `text` nests lists and objects more than [`DEEPEST`] levels deep, which is why it cannot be read.
pub fn is_too_deep(text: &str) -> bool {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    // What begins otherwise is no list and no object, such as a page of a proxy.
    let starts = text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[']);
    starts
        && text.bytes().any(|byte| {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = quoted,
                b'"' => quoted = !quoted,
                b'{' | b'[' if !quoted => depth += 1,
                b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth > DEEPEST
        })
}
