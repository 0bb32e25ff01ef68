//! Names and other words of servers, no longer than a page can bear.

/// How many characters of a name are drawn at most.
pub const NAME: usize = 200;

/// `text`, or its beginning and its end with “…” between them, where it has more than `most` characters.
#[inline(never)]
pub fn short(text: &str, most: usize) -> String {
    let place = |number: usize| text.char_indices().nth(number).map_or(text.len(), |(place, _)| place);
    let over = text.len().saturating_sub(most);
    // Most texts have fewer bytes than that, so nothing needs to be counted.
    if over == 0 || place(most) == text.len() {
        return text.to_owned();
    }
    let end = most / 4;
    let tail = place(text.chars().count() - end);
    [text[..place(most - end - 1)].trim(), "…", text[tail..].trim()].concat()
}
