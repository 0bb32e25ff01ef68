//! What a backslash begins.

use super::error::{Kind, PatternError};
use super::source::Source;

/// What an escape stands for.
pub(super) enum Escape {
    /// One character, by its code point.
    Char(u32),
    /// One of many characters, a line's end, or what a person takes for one character.
    Set,
    /// A place between characters.
    Place,
    /// What a group has matched, a text whose length Java cannot foresee.
    Reference,
}

impl Source {
    /// Reads the escape whose backslash is at the cursor. At either end of a range, `\v` is a single character.
    pub fn escape(&mut self, in_class: bool, ends_range: bool) -> Result<Escape, PatternError> {
        let start = self.cursor;
        let Some(c) = self.raw(1) else { return Err(self.error(start, Kind::LoneBackslash)) };
        self.cursor += 2;
        if in_class && matches!(c, '1'..='9' | 'A' | 'B' | 'G' | 'R' | 'X' | 'Z' | 'b' | 'k' | 'z') {
            return Err(self.error(start, Kind::EscapeInClass(c)));
        }
        match c {
            '0' => self.octal(start),
            '1'..='9' => Ok(Escape::Reference),
            'A' | 'B' | 'G' | 'Z' | 'z' => Ok(Escape::Place),
            'b' => self.boundary(start),
            'v' if ends_range || (in_class && self.raw(0) == Some('-')) => Ok(Escape::Char(0x0B)),
            'D' | 'H' | 'R' | 'S' | 'V' | 'W' | 'X' | 'd' | 'h' | 's' | 'v' | 'w' => Ok(Escape::Set),
            'N' => self.character_name(start, ends_range),
            'a' => Ok(Escape::Char(0x07)),
            'e' => Ok(Escape::Char(0x1B)),
            'f' => Ok(Escape::Char(0x0C)),
            'n' => Ok(Escape::Char(0x0A)),
            'r' => Ok(Escape::Char(0x0D)),
            't' => Ok(Escape::Char(0x09)),
            'c' => match self.read() {
                Some(letter) => Ok(Escape::Char(u32::from(letter) ^ 64)),
                None => Err(self.error(start, Kind::Control)),
            },
            'k' => self.reference(start),
            'u' => self.unicode(start),
            'x' => self.hexadecimal(start),
            'E' => Err(self.error(start, Kind::StrayQuoteEnd)),
            _ if c.is_ascii_alphabetic() => Err(self.error(start, Kind::UnknownEscape(c))),
            _ => Ok(Escape::Char(u32::from(c))),
        }
    }

    // "\b{g}" is a boundary, too; a count may follow "\b" as well.
    fn boundary(&mut self, start: usize) -> Result<Escape, PatternError> {
        if self.peek() == Some('{') && self.raw(1) == Some('g') {
            self.cursor += 2;
            if self.read() != Some('}') {
                return Err(self.error(start, Kind::Boundary));
            }
        }
        Ok(Escape::Place)
    }

    fn octal(&mut self, start: usize) -> Result<Escape, PatternError> {
        let mut code = None;
        for _ in 0..3 {
            match self.peek().and_then(|c| c.to_digit(8)) {
                // Three digits reach up to \0377.
                Some(digit) if code.is_none_or(|code| code < 0o40) => {
                    code = Some(code.unwrap_or(0) * 8 + digit)
                }
                _ => break,
            }
            self.cursor += 1;
        }
        code.map(Escape::Char).ok_or_else(|| self.error(start, Kind::Octal))
    }

    fn hexadecimal(&mut self, start: usize) -> Result<Escape, PatternError> {
        if self.take('{') {
            let digits = self.cursor;
            let mut code = 0_u32;
            while let Some(digit) = self.read_digit() {
                code = code * 16 + digit;
                if code > u32::from(char::MAX) {
                    return Err(self.error(start, Kind::HugeHex));
                }
            }
            let found = self.cursor > digits && self.take('}');
            return if found { Ok(Escape::Char(code)) } else { Err(self.error(start, Kind::Hex)) };
        }
        self.digits(2).map(Escape::Char).ok_or_else(|| self.error(start, Kind::Hex))
    }

    // Two surrogates make one character.
    fn unicode(&mut self, start: usize) -> Result<Escape, PatternError> {
        let first = self.digits(4).ok_or_else(|| self.error(start, Kind::Unicode))?;
        let second = self.cursor;
        if (0xD800..0xDC00).contains(&first) && self.take('\\') && self.take('u') {
            let low = self.digits(4).ok_or_else(|| self.error(second, Kind::Unicode))?;
            if (0xDC00..0xE000).contains(&low) {
                return Ok(Escape::Char(0x1_0000 + ((first - 0xD800) << 10) + (low - 0xDC00)));
            }
        }
        self.cursor = second;
        Ok(Escape::Char(first))
    }

    fn digits(&mut self, count: usize) -> Option<u32> {
        (0..count).try_fold(0, |code, _| self.read_digit().map(|digit| code * 16 + digit))
    }

    fn read_digit(&mut self) -> Option<u32> {
        let digit = self.peek()?.to_digit(16)?;
        self.cursor += 1;
        Some(digit)
    }

    fn reference(&mut self, start: usize) -> Result<Escape, PatternError> {
        if !self.take('<') {
            return Err(self.error(start, Kind::NoReference));
        }
        let name = self.group_name()?;
        if self.names.contains(&name) {
            Ok(Escape::Reference)
        } else {
            Err(self.error(start, Kind::UnknownName(name)))
        }
    }

    fn character_name(&mut self, start: usize, ends_range: bool) -> Result<Escape, PatternError> {
        let fail = |source: &Self| Err(source.error(start, Kind::CharacterName));
        if !self.take('{') {
            return fail(self);
        }
        let name = self.cursor;
        while let Some(c) = self.raw(0) {
            match c {
                '}' if self.cursor > name => {
                    self.cursor += 1;
                    // Which one it is would take a table of all names; either end of a range may be any.
                    return Ok(Escape::Char(if ends_range { u32::from(char::MAX) } else { 0 }));
                }
                _ if c.is_ascii_alphanumeric() || c == ' ' || c == '-' || c == '_' => self.cursor += 1,
                _ => return fail(self),
            }
        }
        fail(self)
    }
}
