//! Where something stands in a file, and what is wrong there.

use std::cell::Cell;
use std::fmt;

/// A place in a text, as editors count it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Number of the line, from 1.
    pub line: usize,
    /// Number of the character in the line, from 1.
    pub column: usize,
}

/// The first character.
pub(crate) const FIRST: Place = Place { line: 1, column: 1 };

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Line {}, column {}", self.line, self.column)
    }
}

/// Why a file cannot be read: where, and what would be right. `Display` gives both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The place.
    pub place: Place,
    /// The sentence. It never repeats a value of the file, which may be a secret.
    pub sentence: String,
}

impl Fault {
    pub(crate) fn new(place: Place, sentence: impl Into<String>) -> Self {
        Self { place, sentence: sentence.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.sentence)
    }
}

impl std::error::Error for Fault {}

/// The places of a text. Asking for one after the other is quick, even where all of it is one line.
pub(crate) struct Lines<'a> {
    text: &'a str,
    /// The place that was asked for last, and its byte.
    last: Cell<(usize, Place)>,
}

impl<'a> Lines<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self { text, last: Cell::new((0, FIRST)) }
    }

    /// The place of the character that begins at the byte `at`.
    pub(crate) fn place(&self, at: usize) -> Place {
        let (from, mut place) = match self.last.get() {
            (from, place) if from <= at => (from, place),
            _ => (0, FIRST),
        };
        let mut passed = self.text.get(from..at).unwrap_or_default().chars().peekable();
        while let Some(c) = passed.next() {
            place.column += 1;
            if c == '\n' || (c == '\r' && passed.peek() != Some(&'\n')) {
                place = Place { line: place.line + 1, column: 1 };
            }
        }
        self.last.set((at, place));
        place
    }
}
