//! Ruby hashes in the messages of some GitLab versions: `{:url=>["is blocked: …"]}`, `{"url"=>["…"]}`, and from Ruby 3.4 on
//! `{url: ["…"]}`.

/// Each key and text in a printed hash of lists; empty if `text` contains none.
pub(super) fn pairs(text: &str) -> Vec<(&str, String)> {
    let mut pairs = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('[') {
        let (before, inside) = (&rest[..open], &rest[open + 1..]);
        let (texts, after) = strings(inside);
        if let Some(key) = key_at_end(before) {
            pairs.extend(texts.into_iter().map(|text| (key, text)));
        }
        rest = after;
    }
    pairs
}

/// The key before a list, in any of the notations.
fn key_at_end(before: &str) -> Option<&str> {
    let before = before.trim_end();
    let before =
        before.strip_suffix("=>").or_else(|| before.strip_suffix(':'))?.trim_end().trim_end_matches('"');
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let key = &before[before.trim_end_matches(is_name).len()..];
    (!key.is_empty()).then_some(key)
}

/// The quoted texts up to the closing bracket, and the text after it.
fn strings(text: &str) -> (Vec<String>, &str) {
    let mut found = Vec::new();
    let mut open: Option<String> = None;
    let mut characters = text.char_indices();
    while let Some((at, c)) = characters.next() {
        match (&mut open, c) {
            (None, ']') => return (found, &text[at + 1..]),
            (None, '"') => open = Some(String::new()),
            (None, _) => {}
            (Some(one), '\\') => one.extend(characters.next().map(|(_, c)| c)),
            (Some(one), '"') => {
                found.push(std::mem::take(one));
                open = None;
            }
            (Some(one), c) => one.push(c),
        }
    }
    (found, "")
}
