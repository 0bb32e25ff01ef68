//! Escapes: parts that begin with a backslash.

use super::error::{Fault, PatternError};
use super::node::{Node, Place};
use super::property;
use super::set::{Folding, Set};
use super::source::Source;

/// What an escape matches.
pub(super) enum Escape {
    /// One character, by its code point.
    Char(u32),
    /// One of several characters.
    Set(Set),
    /// A position, a line break, a group's text, or what cannot be tried; never in a class.
    Part(Node),
}

impl Source {
    /// Reads the escape whose backslash is at the cursor. At either end of a range, `\v` is a single character.
    pub fn escape(&mut self, in_class: bool, ends_range: bool) -> Result<Escape, PatternError> {
        let start = self.cursor;
        let Some(c) = self.raw(1) else { return Err(self.error(start, Fault::LoneBackslash)) };
        self.cursor += 2;
        if in_class && matches!(c, '1'..='9' | 'A' | 'B' | 'G' | 'R' | 'X' | 'Z' | 'b' | 'k' | 'z') {
            let fault = self.octal_digits(c).map_or(Fault::EscapeInClass(c), Fault::OctalInClass);
            return Err(self.error(start, fault));
        }
        let unicode = self.flags.unicode;
        let set = |negated: bool, set: Set| Ok(Escape::Set(set.not_if(negated)));
        let place = |place: Place| Ok(Escape::Part(Node::Place(place)));
        match c {
            '0' => self.octal(start),
            '1'..='9' => Ok(Escape::Part(self.numbered(u32::from(c) - u32::from('0')))),
            'A' | 'G' => place(Place::Start),
            'B' => place(Place::NoBoundary),
            'Z' => place(Place::LastLineEnd { unix: self.flags.unix_lines }),
            'z' => place(Place::End),
            'b' => self.boundary(start),
            'v' if ends_range || (in_class && self.raw(0) == Some('-')) => Ok(Escape::Char(0x0B)),
            'D' | 'd' => set(c == 'D', property::digit(unicode)),
            'H' | 'h' => set(c == 'H', Set::ranges(BLANKS)),
            'S' | 's' => set(c == 'S', property::space(unicode)),
            'V' | 'v' => set(c == 'V', Set::ranges(LINE_ENDS)),
            'W' | 'w' => set(c == 'W', property::word(unicode)),
            'R' => Ok(Escape::Part(line_break())),
            'X' => Ok(Escape::Part(Node::Untried("\\X".to_owned()))),
            'N' => self.character_name(start, in_class, ends_range),
            'a' => Ok(Escape::Char(0x07)),
            'e' => Ok(Escape::Char(0x1B)),
            'f' => Ok(Escape::Char(0x0C)),
            'n' => Ok(Escape::Char(0x0A)),
            'r' => Ok(Escape::Char(0x0D)),
            't' => Ok(Escape::Char(0x09)),
            'c' => match self.read() {
                Some(letter) => Ok(Escape::Char(u32::from(letter) ^ 64)),
                None => Err(self.error(start, Fault::Control)),
            },
            'k' => self.reference(start),
            'u' => self.unicode(start),
            'x' => self.hexadecimal(start),
            'E' => Err(self.error(start, Fault::StrayQuoteEnd)),
            _ if c.is_ascii_alphabetic() => Err(self.error(start, Fault::UnknownEscape(c))),
            _ => Ok(Escape::Char(u32::from(c))),
        }
    }

    // `\177`, as other languages write a character by its octal code.
    fn octal_digits(&self, first: char) -> Option<String> {
        let digit = |at| self.raw(at).filter(|c| ('0'..='7').contains(c));
        let longest = if matches!(first, '1'..='3') { 2 } else { 1 };
        let digits: String = [first].into_iter().chain((0..longest).map_while(digit)).collect();
        (matches!(first, '1'..='7') && digits.len() > 1).then_some(digits)
    }

    // More digits belong to the number as long as there is such a group.
    fn numbered(&mut self, first: u32) -> Node {
        let mut number = first as usize;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            let longer = number * 10 + digit as usize;
            if longer > self.groups {
                break;
            }
            number = longer;
            self.cursor += 1;
        }
        Node::Reference(number, self.flags.folding)
    }

    // "\b{g}" is a boundary too. A count can also follow "\b".
    fn boundary(&mut self, start: usize) -> Result<Escape, PatternError> {
        if self.peek() == Some('{') && self.raw(1) == Some('g') {
            self.cursor += 2;
            if self.read() != Some('}') {
                return Err(self.error(start, Fault::Boundary));
            }
            return Ok(Escape::Part(Node::Untried("\\b{g}".to_owned())));
        }
        Ok(Escape::Part(Node::Place(Place::Boundary)))
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
        code.map(Escape::Char).ok_or_else(|| self.error(start, Fault::Octal))
    }

    fn hexadecimal(&mut self, start: usize) -> Result<Escape, PatternError> {
        if self.take('{') {
            let digits = self.cursor;
            let mut code = 0_u32;
            while let Some(digit) = self.read_digit() {
                code = code * 16 + digit;
                if code > u32::from(char::MAX) {
                    return Err(self.error(start, Fault::HugeHex));
                }
            }
            let found = self.cursor > digits && self.take('}');
            return if found { Ok(Escape::Char(code)) } else { Err(self.error(start, Fault::Hex)) };
        }
        self.digits(2).map(Escape::Char).ok_or_else(|| self.error(start, Fault::Hex))
    }

    // Two surrogates form one character.
    fn unicode(&mut self, start: usize) -> Result<Escape, PatternError> {
        let first = self.digits(4).ok_or_else(|| self.error(start, Fault::Unicode))?;
        let second = self.cursor;
        if (0xD800..0xDC00).contains(&first) && self.take('\\') && self.take('u') {
            let low = self.digits(4).ok_or_else(|| self.error(second, Fault::Unicode))?;
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
            return Err(self.error(start, Fault::NoReference));
        }
        let name = self.group_name()?;
        match self.names.iter().find(|(known, _)| *known == name) {
            Some((_, group)) => Ok(Escape::Part(Node::Reference(*group, self.flags.folding))),
            None => Err(self.error(start, Fault::UnknownName(name))),
        }
    }

    fn character_name(
        &mut self,
        start: usize,
        in_class: bool,
        ends_range: bool,
    ) -> Result<Escape, PatternError> {
        let fail = |source: &Self| Err(source.error(start, Fault::CharacterName));
        if !self.take('{') {
            return fail(self);
        }
        let name = self.cursor;
        while let Some(c) = self.raw(0) {
            match c {
                '}' if self.cursor > name => {
                    self.cursor += 1;
                    let text = self.text(start, self.cursor);
                    if !in_class {
                        return Ok(Escape::Part(Node::Untried(text)));
                    }
                    // Without a table of all names, the character is unknown: accept it at either end of a range.
                    self.untried.get_or_insert(text);
                    return Ok(Escape::Char(if ends_range { u32::from(char::MAX) } else { 0 }));
                }
                _ if c.is_ascii_alphanumeric() || c == ' ' || c == '-' || c == '_' => self.cursor += 1,
                _ => return fail(self),
            }
        }
        fail(self)
    }
}

/// What `\h` matches.
const BLANKS: &[(char, char)] = &[
    ('\t', '\t'),
    (' ', ' '),
    ('\u{A0}', '\u{A0}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{180E}', '\u{180E}'),
    ('\u{2000}', '\u{200A}'),
    ('\u{202F}', '\u{202F}'),
    ('\u{205F}', '\u{205F}'),
    ('\u{3000}', '\u{3000}'),
];
/// What `\v` matches.
const LINE_ENDS: &[(char, char)] = &[('\n', '\r'), ('\u{85}', '\u{85}'), ('\u{2028}', '\u{2029}')];

// A carriage return and a line feed, or one character that ends a line.
fn line_break() -> Node {
    let one = |c: char| Node::One(Set::character(u32::from(c), Folding::default()));
    Node::Alternatives(vec![Node::Sequence(vec![one('\r'), one('\n')]), Node::One(Set::ranges(LINE_ENDS))])
}
