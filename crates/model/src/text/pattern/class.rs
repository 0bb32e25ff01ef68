//! Classes of characters: `[a-z&&[^b]]`.

use super::error::{Kind, PatternError};
use super::escape::Escape;
use super::source::Source;

impl Source {
    /// Reads a class whose `[` is at the cursor. Without `closed`, it is what follows `&&` and starts at the cursor;
    /// the `]` that ends it belongs to the class around it and is left.
    pub fn class(&mut self, closed: bool) -> Result<(), PatternError> {
        let start = self.cursor;
        self.cursor += usize::from(closed);
        if closed {
            self.take('^');
        }
        // The first "]" of a class is a character like any other.
        let mut empty = true;
        loop {
            match self.peek() {
                None => return Err(self.error(start, Kind::OpenClass)),
                Some(']') if !empty => {
                    self.cursor += usize::from(closed);
                    return Ok(());
                }
                Some('[') => self.nested(|source| source.class(true))?,
                Some('&') if self.raw(1) == Some('&') => self.intersection(start, empty)?,
                Some(_) => self.member(start)?,
            }
            empty = false;
        }
    }

    fn intersection(&mut self, start: usize, nothing_before: bool) -> Result<(), PatternError> {
        let ampersands = self.cursor;
        self.cursor += 2;
        let mut nothing_after = true;
        loop {
            match self.peek() {
                None => return Err(self.error(start, Kind::OpenClass)),
                Some(']' | '&') if nothing_before && nothing_after => {
                    return Err(self.error(ampersands, Kind::EmptyIntersection));
                }
                Some(']' | '&') => return Ok(()),
                Some('[') => self.nested(|source| source.class(true))?,
                Some(_) => self.nested(|source| source.class(false))?,
            }
            nothing_after = false;
        }
    }

    fn member(&mut self, class: usize) -> Result<(), PatternError> {
        let start = self.cursor;
        let Some(from) = self.member_character(false)? else { return Ok(()) };
        let dash = self.cursor;
        if self.peek() != Some('-') || matches!(self.raw(1), Some('[' | ']')) {
            return Ok(());
        }
        self.cursor += 1;
        if self.peek().is_none() {
            return Err(self.error(class, Kind::OpenClass));
        }
        let end = self.cursor;
        let to = self.member_character(true)?;
        if to.is_some_and(|to| to >= from) {
            return Ok(());
        }
        let (first, last) = (self.text(start, dash), self.text(end, self.cursor));
        // Other characters than ASCII letters and digits were hardly meant as a range, and may mean something when swapped.
        let swapped = first.chars().chain(last.chars()).all(|c| c.is_ascii_alphanumeric());
        let kind = match to {
            None => Kind::RangeToSet(last),
            Some(_) => Kind::BackwardRange { from: first, to: last, swapped },
        };
        Err(self.error(start, kind))
    }

    /// Takes one member of a class; `None` for one that stands for many characters.
    fn member_character(&mut self, ends_range: bool) -> Result<Option<u32>, PatternError> {
        match self.peek() {
            Some('\\') if !ends_range && matches!(self.raw(1), Some('p' | 'P')) => {
                self.property().map(|()| None)
            }
            Some('\\') => Ok(match self.escape(true, ends_range)? {
                Escape::Char(c) => Some(c),
                Escape::Set | Escape::Place | Escape::Reference => None,
            }),
            Some(c) => {
                self.cursor += 1;
                Ok(Some(u32::from(c)))
            }
            None => Ok(None),
        }
    }
}
