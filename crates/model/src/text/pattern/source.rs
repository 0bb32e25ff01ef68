//! The characters of a pattern with their positions, and the parser's cursor.

use super::error::{Fault, PatternError};
use super::set::Folding;

/// Inline flags that change how a pattern is parsed.
#[derive(Clone, Copy, Default)]
pub(super) struct Flags {
    /// `x`: white space and `#` comments between the parts are ignored.
    pub comments: bool,
    /// `d`: only a line feed ends a line, comments included.
    pub unix_lines: bool,
    /// `U`: names of POSIX classes are case-insensitive.
    pub unicode: bool,
    /// `i` and `u`.
    pub folding: Folding,
    /// `m`: `^` and `$` match at every line.
    pub multiline: bool,
    /// `s`: `.` matches line breaks too.
    pub dot_all: bool,
}

/// A pattern while it is parsed.
pub(super) struct Source {
    /// Each character with its position in the pattern, counted from 1. Quotations are resolved.
    chars: Vec<(char, usize)>,
    pub cursor: usize,
    pub flags: Flags,
    /// Groups with a name, and their numbers.
    pub names: Vec<(String, usize)>,
    /// How many capturing groups began so far.
    pub groups: usize,
    /// The properties that were read, as they stand in the pattern.
    pub properties: Vec<String>,
    /// A part of a class that cannot be tried.
    pub untried: Option<String>,
    depth: usize,
}

const DEEPEST: usize = 200;

impl Source {
    pub fn new(pattern: &str) -> Self {
        let source = Self::unquoted(pattern);
        Self { chars: resolve_quotations(source.chars), ..source }
    }

    /// With “\Q…\E” as they stand.
    pub fn unquoted(pattern: &str) -> Self {
        Self {
            chars: pattern.chars().zip(1..).collect(),
            cursor: 0,
            flags: Flags::default(),
            names: Vec::new(),
            groups: 0,
            properties: Vec::new(),
            untried: None,
            depth: 0,
        }
    }

    /// The character `ahead` positions after the cursor, including white space and comments.
    pub fn raw(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.cursor + ahead).map(|(c, _)| *c)
    }

    /// The next character that is not ignored; moves the cursor over ignored ones.
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

    /// Reads the next character that is not ignored.
    pub fn read(&mut self) -> Option<char> {
        let next = self.peek();
        self.cursor += usize::from(next.is_some());
        next
    }

    /// Reads the next character if it is `expected`.
    pub fn take(&mut self, expected: char) -> bool {
        let found = self.peek() == Some(expected);
        self.cursor += usize::from(found);
        found
    }

    /// The position of the character at `cursor` in the pattern, counted from 1.
    pub fn place(&self, cursor: usize) -> usize {
        self.chars.get(cursor).or(self.chars.last()).map_or(1, |(_, place)| *place)
    }

    /// The characters from `start` up to `end`.
    pub fn text(&self, start: usize, end: usize) -> String {
        self.chars.iter().take(end).skip(start).map(|(c, _)| *c).collect()
    }

    /// An error for the character at `cursor`.
    pub fn error(&self, cursor: usize, fault: Fault) -> PatternError {
        PatternError { at: self.place(cursor), fault }
    }

    /// Reads a part that can contain itself. A limit keeps a hostile pattern from exhausting the stack.
    pub fn nested<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, PatternError>,
    ) -> Result<T, PatternError> {
        if self.depth >= DEEPEST {
            return Err(self.error(self.cursor, Fault::TooDeep));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }
}

// Like Java, this resolves "\Q…\E" first: a quotation can be anywhere, even inside a class. Quoted characters become
// escapes. A leading digit becomes "\x3…", so that it does not extend an escape before it.
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
