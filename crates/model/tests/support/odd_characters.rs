//! Characters that end up in secrets: from other scripts, from word processors, web pages, terminals and broken files.

/// One of each kind that is no visible ASCII character, with what it is for.
pub const ODD: &[(char, &str)] = &[
    ('\u{0}', "nothing"),
    ('\u{1}', "start of heading"),
    ('\u{8}', "backspace"),
    ('\u{B}', "vertical tab"),
    ('\u{C}', "form feed"),
    ('\u{1B}', "escape of a terminal"),
    ('\u{7F}', "delete"),
    ('\u{80}', "a control character of another encoding"),
    ('\u{85}', "next line"),
    ('\u{9F}', "the last control character"),
    ('\u{A0}', "no-break space"),
    ('\u{A6}', "broken bar"),
    ('\u{AD}', "soft hyphen"),
    ('\u{B7}', "middle dot"),
    ('é', "Latin"),
    ('ß', "Latin"),
    ('ı', "dotless i"),
    ('ſ', "long s"),
    ('Ａ', "full-width A"),
    ('０', "full-width digit"),
    ('－', "full-width hyphen"),
    ('α', "Greek"),
    ('а', "Cyrillic that looks like a"),
    ('Հ', "Armenian"),
    ('ש', "Hebrew"),
    ('ن', "Arabic"),
    ('٣', "Arabic digit"),
    ('न', "Devanagari"),
    ('ก', "Thai"),
    ('한', "Hangul"),
    ('漢', "Han"),
    ('か', "Hiragana"),
    ('\u{301}', "combining acute"),
    ('\u{34F}', "grapheme joiner"),
    ('\u{61C}', "Arabic letter mark"),
    ('\u{1160}', "filler of Hangul"),
    ('\u{180E}', "Mongolian vowel separator"),
    ('\u{2003}', "em space"),
    ('\u{2009}', "thin space"),
    ('\u{200B}', "zero-width space"),
    ('\u{200D}', "zero-width joiner"),
    ('\u{200E}', "left-to-right mark"),
    ('\u{2028}', "line separator"),
    ('\u{202E}', "right-to-left override"),
    ('\u{202F}', "narrow no-break space"),
    ('\u{2060}', "word joiner"),
    ('\u{2069}', "end of isolate"),
    ('‐', "hyphen"),
    ('–', "en dash"),
    ('—', "em dash"),
    ('‘', "quote"),
    ('”', "quote"),
    ('′', "prime"),
    ('−', "minus"),
    ('∕', "division slash"),
    ('™', "sign"),
    ('①', "digit in a circle"),
    ('\u{2800}', "empty Braille"),
    ('\u{3000}', "ideographic space"),
    ('\u{3164}', "filler of Hangul"),
    ('\u{E000}', "private use"),
    ('\u{FDD0}', "no character"),
    ('\u{FE0F}', "variation selector"),
    ('\u{FEFF}', "byte order mark"),
    ('\u{FFF9}', "annotation"),
    ('\u{FFFC}', "object replacement"),
    ('\u{FFFD}', "replacement character"),
    ('\u{FFFF}', "no character"),
    ('𝐚', "bold mathematical a"),
    ('😀', "emoji"),
    ('🇦', "regional indicator"),
    ('\u{1D173}', "beam of music"),
    ('\u{E0041}', "tag"),
    ('\u{E0101}', "variation selector"),
    ('\u{10FFFF}', "the last code point"),
];

/// A token with this character in the middle; its halves are in no sentence.
pub fn token_with(c: char) -> String {
    format!("ghp_Sx7Qm{c}Zt4Kv9")
}

/// Whether a sentence has a half of [`token_with`] in it.
pub fn gives_away(sentence: &str) -> bool {
    sentence.contains("Sx7Qm") || sentence.contains("Zt4Kv9")
}

/// Whether a sentence says which character it is, or of which kind.
pub fn names(sentence: &str, c: char) -> bool {
    let code = format!("U+{:04X}", u32::from(c));
    (sentence.contains(&code) && sentence.contains("position 10"))
        || (c.is_control() && sentence.contains("control character"))
}
