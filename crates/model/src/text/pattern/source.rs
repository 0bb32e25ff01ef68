//! The characters of a pattern with their places, and the reader's position among them.

use super::error::{Kind, PatternError};

/// Inline flags that change how a pattern is read.
#[derive(Clone, Copy, Default)]
pub(super) struct Flags {
    /// `x`: white space and `#` comments between the parts do not count.
    pub comments: bool,
    /// `d`: only a line feed ends a line, comments included.
    pub unix_lines: bool,
    /// `U`: names of POSIX classes are known in any case.
    pub unicode: bool,
}

/// A pattern while it is read.
pub(super) struct Source {
    /// Each character, quotations resolved, with its place in the pattern counted from 1.
    chars: Vec<(char, usize)>,
    pub cursor: usize,
    pub flags: Flags,
    pub names: Vec<String>,
    depth: usize,
}

const DEEPEST: usize = 200;

impl Source {
    pub fn new(pattern: &str) -> Self {
        let chars: Vec<_> = pattern.chars().zip(1..).collect();
        Self {
            chars: resolve_quotations(chars),
            cursor: 0,
            flags: Flags::default(),
            names: Vec::new(),
            depth: 0,
        }
    }

    /// The character `ahead` places after the cursor, white space and comments included.
    pub fn raw(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.cursor + ahead).map(|(c, _)| *c)
    }

    /// The next character that counts; moves over those that do not.
    pub fn peek(&mut self) -> Option<char> {
        while self.flags.comments {
            match self.raw(0) {
                Some('\t'..='\r' | ' ') => self.cursor += 1,
                Some('#') => self.skip_comment(),
                _ => break,
            }
        }
        self.raw(0)
    }

    fn skip_comment(&mut self) {
        while let Some(c) = self.raw(0) {
            let ends = match c {
                '\n' => true,
                '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => !self.flags.unix_lines,
                _ => false,
            };
            if ends {
                return;
            }
            self.cursor += 1;
        }
    }

    /// Takes the next character that counts.
    pub fn read(&mut self) -> Option<char> {
        let next = self.peek();
        self.cursor += usize::from(next.is_some());
        next
    }

    /// Takes the next character if it is `wanted`.
    pub fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.cursor += usize::from(found);
        found
    }

    /// The place of the character at `cursor`, counted from 1.
    pub fn place(&self, cursor: usize) -> usize {
        self.chars.get(cursor).or(self.chars.last()).map_or(1, |(_, place)| *place)
    }

    /// The characters from `start` up to `end`.
    pub fn text(&self, start: usize, end: usize) -> String {
        self.chars.iter().take(end).skip(start).map(|(c, _)| *c).collect()
    }

    /// An error at the character at `cursor`.
    pub fn error(&self, cursor: usize, kind: Kind) -> PatternError {
        PatternError { at: self.place(cursor), kind }
    }

    /// Reads something that may contain itself. A limit keeps a hostile pattern from using up the stack.
    pub fn nested<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, PatternError>,
    ) -> Result<T, PatternError> {
        if self.depth >= DEEPEST {
            return Err(self.error(self.cursor, Kind::TooDeep));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }
}

// Java, too, resolves "\Q…\E" before all else: a quotation may stand anywhere, even within a class. What is quoted is
// escaped; a digit at the beginning becomes "\x3…", so that it does not lengthen an escape before it.
fn resolve_quotations(chars: Vec<(char, usize)>) -> Vec<(char, usize)> {
    let mut resolved = Vec::with_capacity(chars.len());
    let mut quoted = false;
    let mut index = 0;
    let mut begin = 0;
    while let Some(&(c, place)) = chars.get(index) {
        let next = chars.get(index + 1).map(|(c, _)| *c);
        match (quoted, c, next) {
            (false, '\\', Some('Q')) => (quoted, index, begin) = (true, index + 1, index + 2),
            (true, '\\', Some('E')) => (quoted, index) = (false, index + 1),
            (false, '\\', Some(_)) => {
                resolved.extend_from_slice(&chars[index..index + 2]);
                index += 1;
            }
            (true, '0'..='9', _) if index == begin => {
                resolved.extend([('\\', place), ('x', place), ('3', place), (c, place)])
            }
            (true, ..) if c.is_ascii() && !c.is_ascii_alphanumeric() => {
                resolved.extend([('\\', place), (c, place)])
            }
            _ => resolved.push((c, place)),
        }
        index += 1;
    }
    resolved
}
