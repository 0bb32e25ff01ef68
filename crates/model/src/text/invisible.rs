//! Characters that nobody sees and that are copied along: from web pages, chats, password managers and text editors.

/// Whether a character takes no room or looks like a space without being the ordinary one. Line breaks are none of these.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{85}' | '\u{A0}' | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{1680}'
            | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{2000}'..='\u{200F}'
            | '\u{2028}'..='\u{202F}' | '\u{205F}'..='\u{206F}' | '\u{2800}' | '\u{3000}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E01EF}'
    )
}

/// What the commonest of them are called, after a comma; empty for the others.
fn name(c: char) -> &'static str {
    match c {
        '\u{A0}' | '\u{202F}' => ", no-break space",
        '\u{AD}' => ", soft hyphen",
        '\u{200B}' => ", zero-width space",
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => ", direction mark",
        '\u{FEFF}' => ", byte order mark",
        _ => "",
    }
}

/// `text` without invisible characters and line breaks around it. Ordinary spaces stay: a password may begin with one.
pub fn trim(text: &str) -> &str {
    text.trim_matches(|c| is_invisible(c) || matches!(c, '\r' | '\n' | '\t'))
}

/// `text` without invisible characters and white space around it.
pub fn trim_all(text: &str) -> &str {
    text.trim_matches(|c: char| is_invisible(c) || c.is_whitespace())
}

/// Whether it comes along with what is copied and belongs to no text: others style an emoji, or join letters.
fn is_stray(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{200E}' | '\u{200F}')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// `text` of any language without white space and stray characters around it.
pub fn trim_text(text: &str) -> &str {
    text.trim_matches(|c: char| is_stray(c) || c.is_whitespace())
}

/// `text` of any language without stray characters around it; spaces stay.
pub fn trim_stray(text: &str) -> &str {
    text.trim_matches(is_stray)
}

/// The same as [`find`] for text of any language, in which some of these characters have a meaning.
pub fn find_stray(text: &str) -> Option<String> {
    find_which(text, is_stray)
}

/// A sentence about the first invisible character in `text`, with its position and number; `None` if there is none.
pub fn find(text: &str) -> Option<String> {
    find_which(text, is_invisible)
}

fn find_which(text: &str, is_it: fn(char) -> bool) -> Option<String> {
    let (c, at) = text.chars().zip(1..).find(|(c, _)| is_it(*c))?;
    Some(format!("The character at position {at} is invisible ({}{}). Delete it.", code(c), name(c)))
}

/// `U+200B`, as tables of characters write it.
pub fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}
