//! Properties of characters: `\p{Lu}`, `\PL`, `\p{IsLatin}`.

use super::error::{Kind, PatternError};
use super::source::Source;

/// General categories and other short names that Java knows without a prefix.
const CATEGORIES: &str = "Cn Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf Co Cs Pd Ps Pe Pc Po Sm Sc Sk So Pi Pf \
                          L M N Z C P S LC LD L1 all";
const POSIX: &str = "ASCII Alnum Alpha Blank Cntrl Digit Graph Lower Print Punct Space Upper XDigit";
const JAVA: &str = "LowerCase UpperCase Alphabetic Ideographic TitleCase Digit Defined Letter LetterOrDigit \
                    JavaIdentifierStart JavaIdentifierPart UnicodeIdentifierStart UnicodeIdentifierPart \
                    IdentifierIgnorable SpaceChar Whitespace ISOControl Mirrored";

impl Source {
    /// Reads the `\p` or `\P` at the cursor.
    pub fn property(&mut self) -> Result<(), PatternError> {
        let start = self.cursor;
        let letter = self.raw(1).unwrap_or('p');
        self.cursor += 2;
        let Some(first) = self.read() else { return Err(self.error(start, Kind::OpenProperty(letter))) };
        let mut name = String::new();
        if first == '{' {
            loop {
                match self.raw(0) {
                    Some('}') if !name.is_empty() => break,
                    None | Some('}') => return Err(self.error(start, Kind::OpenProperty(letter))),
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
        if known { Ok(()) } else { Err(self.error(start, Kind::Property(self.text(start, self.cursor)))) }
    }
}

fn is_key(key: &str) -> bool {
    ["sc", "script", "blk", "block", "gc", "general_category"]
        .iter()
        .any(|known| key.eq_ignore_ascii_case(known))
}

// Which scripts and blocks there are depends on the server's version of Java.
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

fn has_word(words: &str, word: &str) -> bool {
    words.split(' ').any(|known| known == word)
}
