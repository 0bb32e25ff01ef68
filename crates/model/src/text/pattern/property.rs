//! Character properties: `\p{Lu}`, `\PL`, `\p{IsLatin}`.

use super::error::{Fault, PatternError};
use super::set::{Set, Test};
use super::source::Source;

/// General categories and other short names that Java supports without a prefix.
const CATEGORIES: &str = "Cn Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf Co Cs Pd Ps Pe Pc Po Sm Sc Sk So Pi Pf \
                          L M N Z C P S LC LD L1 all";
const POSIX: &str = "ASCII Alnum Alpha Blank Cntrl Digit Graph Lower Print Punct Space Upper XDigit";
const JAVA: &str = "LowerCase UpperCase Alphabetic Ideographic TitleCase Digit Defined Letter LetterOrDigit \
                    JavaIdentifierStart JavaIdentifierPart UnicodeIdentifierStart UnicodeIdentifierPart \
                    IdentifierIgnorable SpaceChar Whitespace ISOControl Mirrored";

impl Source {
    /// Reads the `\p` or `\P` at the cursor.
    pub fn property(&mut self) -> Result<Set, PatternError> {
        let start = self.cursor;
        let letter = self.raw(1).unwrap_or('p');
        self.cursor += 2;
        let Some(first) = self.read() else { return Err(self.error(start, Fault::OpenProperty(letter))) };
        let mut name = String::new();
        if first == '{' {
            loop {
                match self.raw(0) {
                    Some('}') if !name.is_empty() => break,
                    None | Some('}') => return Err(self.error(start, Fault::OpenProperty(letter))),
                    Some(c) => name.push(c),
                }
                self.cursor += 1;
            }
            self.cursor += 1;
        } else {
            name.push(first);
        }
        let known = match name.split_once('=') {
            Some((key, value)) => is_key(key) && is_name(value),
            None => is_property(&name, self.flags.unicode),
        };
        let text = self.text(start, self.cursor);
        if !known {
            return Err(self.error(start, Fault::Property(text)));
        }
        let set = set(&name, self.flags.folding.on, self.flags.unicode);
        self.properties.push(text);
        Ok(set.not_if(letter == 'P'))
    }
}

fn is_key(key: &str) -> bool {
    ["sc", "script", "blk", "block", "gc", "general_category"]
        .iter()
        .any(|known| key.eq_ignore_ascii_case(known))
}

// The known scripts and blocks depend on the server's version of Java.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b' '))
}

fn is_property(name: &str, unicode: bool) -> bool {
    if let Some(rest) = name.strip_prefix("Is").or(name.strip_prefix("In")) {
        return is_name(rest);
    }
    if let Some(rest) = name.strip_prefix("java") {
        return has_word(JAVA, rest);
    }
    let posix_in_any_case = || POSIX.split(' ').any(|known| known.eq_ignore_ascii_case(name));
    has_word(CATEGORIES, name) || has_word(POSIX, name) || (unicode && posix_in_any_case())
}

/// What a property has, as far as the tables of Rust tell. They know the letters of all scripts but no scripts, blocks and
/// signs: beyond ASCII most properties remain unknown.
fn set(name: &str, folding: bool, unicode: bool) -> Set {
    let (key, value) = name.split_once('=').unwrap_or(("", name));
    let is_category = matches!(key.to_ascii_lowercase().as_str(), "" | "gc" | "general_category");
    let (is, value) = match value.strip_prefix("Is") {
        Some(rest) if key.is_empty() => (true, rest),
        _ => (false, value),
    };
    let letters = |test: Test, cased: Test| Set::test(if folding { cased } else { test });
    match value {
        _ if !is_category => named(value, key.to_ascii_lowercase().starts_with("sc")),
        "L" | "javaLetter" => Set::test(letter),
        "Lu" | "javaUpperCase" => letters(upper, cased),
        "Ll" | "javaLowerCase" => letters(lower, cased),
        "LC" => Set::test(cased),
        "LD" | "javaLetterOrDigit" => Set::test(letter).or(digit(true)),
        "N" => Set::test(|c| Some(c.is_numeric())),
        "Nd" | "javaDigit" => digit(true),
        "Z" | "Zs" | "javaSpaceChar" => Set::test(|c| Some(c.is_whitespace() && !c.is_control())),
        "Cc" | "javaISOControl" => Set::test(|c| Some(c.is_control())),
        "javaWhitespace" => {
            Set::test(|c| beyond_ascii(c, c.is_whitespace() || ('\x1C'..='\x1F').contains(&c)))
        }
        "L1" => Set::ranges(&[('\0', '\u{FF}')]),
        "all" => Set::any(),
        "ASCII" => Set::ranges(&[('\0', '\x7F')]),
        _ if is || unicode => class_of_unicode(value, folding).unwrap_or_else(|| named(value, true)),
        "Alnum" => Set::ranges(&[('0', '9'), ('A', 'Z'), ('a', 'z')]),
        "Alpha" => Set::ranges(&[('A', 'Z'), ('a', 'z')]),
        "Lower" | "Upper" if folding => Set::ranges(&[('A', 'Z'), ('a', 'z')]),
        "Lower" => Set::ranges(&[('a', 'z')]),
        "Upper" => Set::ranges(&[('A', 'Z')]),
        "Blank" => Set::ranges(&[('\t', '\t'), (' ', ' ')]),
        "Cntrl" => Set::ranges(&[('\0', '\x1F'), ('\x7F', '\x7F')]),
        "Digit" => digit(false),
        "Graph" => Set::ranges(&[('!', '~')]),
        "Print" => Set::ranges(&[(' ', '~')]),
        "Punct" => Set::ranges(&[('!', '/'), (':', '@'), ('[', '`'), ('{', '~')]),
        "Space" => space(false),
        "XDigit" => Set::ranges(&[('0', '9'), ('A', 'F'), ('a', 'f')]),
        "P" => Set::test(|c| beyond_ascii(c, c.is_ascii_punctuation() && !"$+<=>^`|~".contains(c))),
        "S" => Set::test(|c| beyond_ascii(c, "$+<=>^`|~".contains(c))),
        "Sm" => Set::test(|c| beyond_ascii(c, "+<=>|~".contains(c))),
        "Sc" => Set::test(|c| beyond_ascii(c, c == '$')),
        "Sk" => Set::test(|c| beyond_ascii(c, "^`".contains(c))),
        "Pd" => Set::test(|c| beyond_ascii(c, c == '-')),
        "Ps" => Set::test(|c| beyond_ascii(c, "([{".contains(c))),
        "Pe" => Set::test(|c| beyond_ascii(c, ")]}".contains(c))),
        "Pc" => Set::test(|c| beyond_ascii(c, c == '_')),
        "Po" => Set::test(|c| beyond_ascii(c, "!\"#%&'*,./:;?@\\".contains(c))),
        "C" => Set::test(|c| beyond_ascii(c, c.is_control())),
        "Cs" => Set::none(),
        "M" | "Mn" | "Me" | "Mc" | "Lt" | "Lm" | "Lo" | "Nl" | "No" | "Zl" | "Zp" | "Cn" | "Cf" | "Co"
        | "So" | "Pi" | "Pf" => Set::test(|c| beyond_ascii(c, false)),
        _ if value.starts_with("java") => Set::test(|_| None),
        _ => named(value.strip_prefix("In").unwrap_or(value), !value.starts_with("In")),
    }
}

// What `(?U)` makes of the names of POSIX, and what `Is` stands before.
fn class_of_unicode(name: &str, folding: bool) -> Option<Set> {
    let letters = |test: Test, cased: Test| Set::test(if folding { cased } else { test });
    Some(match name.to_ascii_uppercase().as_str() {
        "ALPHA" | "ALPHABETIC" => Set::test(|c| Some(c.is_alphabetic())),
        "LETTER" => Set::test(letter),
        "LOWER" | "LOWERCASE" => letters(|c| Some(c.is_lowercase()), either_case),
        "UPPER" | "UPPERCASE" => letters(|c| Some(c.is_uppercase()), either_case),
        "SPACE" | "WHITE_SPACE" | "WHITESPACE" => space(true),
        "DIGIT" => digit(true),
        "ALNUM" => Set::test(|c| Some(c.is_alphabetic())).or(digit(true)),
        "CNTRL" | "CONTROL" => Set::test(|c| Some(c.is_control())),
        "WORD" => word(true),
        "PUNCT" | "PUNCTUATION" => {
            Set::test(|c| beyond_ascii(c, c.is_ascii_punctuation() && !"$+<=>^`|~".contains(c)))
        }
        "XDIGIT" | "HEX_DIGIT" | "HEXDIGIT" => Set::test(|c| beyond_ascii(c, c.is_ascii_hexdigit())),
        "BLANK" => Set::test(|c| beyond_ascii(c, c == ' ' || c == '\t')),
        "GRAPH" => Set::test(|c| beyond_ascii(c, c.is_ascii_graphic())),
        "PRINT" => Set::test(|c| beyond_ascii(c, c.is_ascii_graphic() || c == ' ')),
        "ASSIGNED" => Set::test(|c| beyond_ascii(c, true)),
        "TITLECASE" if folding => Set::test(either_case),
        "TITLECASE"
        | "IDEOGRAPHIC"
        | "JOIN_CONTROL"
        | "JOINCONTROL"
        | "NONCHARACTER_CODE_POINT"
        | "NONCHARACTERCODEPOINT" => Set::test(|c| beyond_ascii(c, false)),
        _ => return None,
    })
}

// A script or a block: of ASCII, Latin has the letters, and the first block everything.
fn named(name: &str, script: bool) -> Set {
    let is = |known: &[&str]| known.iter().any(|known| name.eq_ignore_ascii_case(known));
    match script {
        true if is(&["Latin", "Latn"]) => Set::test(|c| beyond_ascii(c, c.is_ascii_alphabetic())),
        true if is(&["Common", "Zyyy"]) => Set::test(|c| beyond_ascii(c, !c.is_ascii_alphabetic())),
        false if is(&["BasicLatin", "Basic Latin", "Basic_Latin"]) => Set::ranges(&[('\0', '\x7F')]),
        _ => Set::test(|c| beyond_ascii(c, false)),
    }
}

/// `\d`.
pub(super) fn digit(unicode: bool) -> Set {
    match unicode {
        // Digits and other numbers share one table.
        true => Set::test(|c| if c.is_numeric() { beyond_ascii(c, true) } else { Some(false) }),
        false => Set::ranges(&[('0', '9')]),
    }
}

/// `\s`.
pub(super) fn space(unicode: bool) -> Set {
    match unicode {
        true => Set::test(|c| Some(c.is_whitespace())),
        false => Set::ranges(&[('\t', '\r'), (' ', ' ')]),
    }
}

/// `\w`.
pub(super) fn word(unicode: bool) -> Set {
    match unicode {
        true => Set::test(|c| match c.is_alphabetic() {
            true => Some(true),
            false => beyond_ascii(c, c.is_ascii_digit() || c == '_'),
        }),
        false => Set::ranges(&[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]),
    }
}

fn beyond_ascii(c: char, within: bool) -> Option<bool> {
    c.is_ascii().then_some(within)
}

// Rust counts the letters of Unicode and the signs that are used like letters together.
fn letter(c: char) -> Option<bool> {
    match c.is_alphabetic() && !c.is_numeric() {
        true if is_like_a_letter(c) => None,
        found => Some(found),
    }
}

fn upper(c: char) -> Option<bool> {
    letter(c).map(|letter| letter && c.is_uppercase())
}

fn lower(c: char) -> Option<bool> {
    letter(c).map(|letter| letter && c.is_lowercase())
}

fn cased(c: char) -> Option<bool> {
    letter(c).map(|letter| letter && (c.is_lowercase() || c.is_uppercase()))
}

fn either_case(c: char) -> Option<bool> {
    Some(c.is_lowercase() || c.is_uppercase())
}

// Feminine and masculine ordinal, modifier letters, vowel signs and everything beyond the alphabets of Europe.
fn is_like_a_letter(c: char) -> bool {
    matches!(
        c,
        '\u{AA}' | '\u{BA}' | '\u{1C5}' | '\u{1C8}' | '\u{1CB}' | '\u{1F2}' | '\u{2B0}'
            ..='\u{36F}' | '\u{37A}'
    ) || !matches!(c, '\0'..='\u{52F}' | '\u{1E00}'..='\u{1EFF}' | '\u{3041}'..='\u{3096}'
            | '\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

fn has_word(words: &str, word: &str) -> bool {
    words.split(' ').any(|known| known == word)
}
