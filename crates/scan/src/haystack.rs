//! What is searched of an entry.

/// The texts in lower case, each on a line of its own; `lower` writes those small that are not ASCII.
pub fn haystack(texts: &[&str], lower: fn(&str) -> String) -> String {
    let mut haystack = String::with_capacity(texts.iter().map(|text| text.len() + 1).sum());
    for text in texts {
        if !haystack.is_empty() {
            haystack.push('\n');
        }
        haystack.push_str(text);
    }
    if haystack.is_ascii() {
        haystack.make_ascii_lowercase();
        return haystack;
    }
    lower(&haystack)
}
