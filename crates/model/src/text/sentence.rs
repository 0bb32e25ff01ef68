//! A server's words as a sentence.

/// What ends a sentence, in any language that a server may speak.
const ENDS: [char; 7] = ['.', '!', '?', '…', '。', '！', '？'];

/// `text` without white space around it, and with a full stop unless it already ends a sentence.
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(ENDS) { text.to_owned() } else { format!("{text}.") }
}

/// Whether two texts say the same: with or without a full stop, in small or in capital letters.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let bare = |text: &str| text.trim().trim_end_matches('.').len();
    let (one, other) = (one.trim(), other.trim());
    one[..bare(one)].eq_ignore_ascii_case(&other[..bare(other)])
}
