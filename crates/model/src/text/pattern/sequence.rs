//! Alternatives, sequences and repetitions.

use super::error::{Kind, PatternError};
use super::escape::Escape;
use super::extent::Extent;
use super::source::Source;

/// A part of a pattern that can be repeated.
pub(super) struct Atom {
    pub extent: Extent,
    /// A group of the kind that Java repeats as a loop.
    pub is_group: bool,
}

impl Atom {
    /// Anything but such a group.
    pub fn single(extent: Extent) -> Self {
        Self { extent, is_group: false }
    }
}

impl Source {
    pub fn whole(mut self) -> Result<(), PatternError> {
        self.alternatives()?;
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.error(self.cursor, Kind::StrayParenthesis)),
        }
    }

    /// Reads up to the `)` or the end that follows.
    pub fn alternatives(&mut self) -> Result<Extent, PatternError> {
        let mut extent = self.sequence()?;
        while self.take('|') {
            extent = extent.or(self.sequence()?);
        }
        Ok(extent)
    }

    fn sequence(&mut self) -> Result<Extent, PatternError> {
        let mut extent = Extent::PLACE;
        loop {
            let part = match self.peek() {
                None | Some('|' | ')') => return Ok(extent),
                Some(sign @ ('?' | '*' | '+')) => {
                    return Err(self.error(self.cursor, Kind::NothingToRepeat(sign)));
                }
                Some('(') => match self.nested(Self::group)? {
                    Some(atom) => atom,
                    None => continue,
                },
                Some('[') => {
                    self.nested(|source| source.class(true))?;
                    Atom::single(Extent::CHARACTER)
                }
                Some('\\') => Atom::single(self.escaped()?),
                // Java takes a count without anything before it as a count of nothing.
                Some('{') => Atom::single(Extent::PLACE),
                Some(c) => {
                    self.cursor += 1;
                    Atom::single(if matches!(c, '^' | '$') { Extent::PLACE } else { Extent::CHARACTER })
                }
            };
            extent = extent.then(self.repetition(part)?);
        }
    }

    fn escaped(&mut self) -> Result<Extent, PatternError> {
        if let Some('p' | 'P') = self.raw(1) {
            self.property()?;
            return Ok(Extent::CHARACTER);
        }
        Ok(match self.escape(false, false)? {
            Escape::Char(_) | Escape::Set => Extent::CHARACTER,
            Escape::Place => Extent::PLACE,
            Escape::Reference => Extent::UNKNOWN,
        })
    }

    fn repetition(&mut self, atom: Atom) -> Result<Extent, PatternError> {
        let (least, most) = match self.peek() {
            Some('?') => {
                self.cursor += 1;
                self.manner();
                return Ok(Extent { single: false, ..atom.extent });
            }
            Some(sign @ ('*' | '+')) => {
                self.cursor += 1;
                (u32::from(sign == '+'), None)
            }
            Some('{') => self.count()?,
            _ => return Ok(atom.extent),
        };
        let possessive = self.manner();
        // A group that can match in several ways becomes a loop, of whose length Java knows nothing.
        let is_loop = atom.is_group && !atom.extent.single && !possessive;
        let extent = if is_loop { Extent { longest: None, single: false } } else { atom.extent };
        Ok(extent.times(least, most))
    }

    // "?" after a repetition makes it lazy, "+" possessive.
    fn manner(&mut self) -> bool {
        !self.take('?') && self.take('+')
    }

    fn count(&mut self) -> Result<(u32, Option<u32>), PatternError> {
        let start = self.cursor;
        self.cursor += 1;
        if !self.raw(0).is_some_and(|c| c.is_ascii_digit()) {
            return Err(self.error(start, Kind::BadCount));
        }
        let least = self.number(start)?;
        let most = match self.take(',') {
            false => Some(least),
            true if self.peek() == Some('}') => None,
            true => Some(self.number(start)?),
        };
        if !self.take('}') {
            return Err(self.error(start, Kind::OpenCount));
        }
        match most {
            Some(most) if most < least => Err(self.error(start, Kind::BackwardCount { least, most })),
            // Java's word for "without limit".
            Some(most) if most == i32::MAX.unsigned_abs() => Ok((least, None)),
            _ => Ok((least, most)),
        }
    }

    fn number(&mut self, start: usize) -> Result<u32, PatternError> {
        let mut number = 0_u32;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            self.cursor += 1;
            number = number.saturating_mul(10).saturating_add(digit);
        }
        if number > i32::MAX.unsigned_abs() {
            return Err(self.error(start, Kind::HugeCount));
        }
        Ok(number)
    }
}
