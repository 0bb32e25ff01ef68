//! Classes of characters: `[a-z&&[^b]]`.

use super::error::{Fault, PatternError};
use super::escape::Escape;
use super::set::Set;
use super::source::Source;

impl Source {
    /// Reads a class whose `[` is at the cursor. Without `closed`, it is the part after `&&` at the cursor, and the `]` that
    /// ends it belongs to the enclosing class and is not read.
    pub fn class(&mut self, closed: bool) -> Result<Set, PatternError> {
        let start = self.cursor;
        self.cursor += usize::from(closed);
        let negated = closed && self.take('^');
        // The first "]" of a class is a character like any other.
        let mut set: Option<Set> = None;
        loop {
            let member = match self.peek() {
                None => return Err(self.error(start, Fault::OpenClass)),
                Some(']') if set.is_some() => {
                    self.cursor += usize::from(closed);
                    return Ok(set.unwrap_or_else(Set::none).not_if(negated));
                }
                Some('[') => self.nested(|source| source.class(true))?,
                Some('&') if self.raw(1) == Some('&') => {
                    set = Some(self.intersection(start, set)?);
                    continue;
                }
                Some(_) => self.member(start)?,
            };
            set = Some(united(set, member));
        }
    }

    fn intersection(&mut self, start: usize, before: Option<Set>) -> Result<Set, PatternError> {
        let ampersands = self.cursor;
        self.cursor += 2;
        let mut after: Option<Set> = None;
        loop {
            match self.peek() {
                None => return Err(self.error(start, Fault::OpenClass)),
                Some(']' | '&') => {
                    return match (before, after) {
                        (None, None) => Err(self.error(ampersands, Fault::EmptyIntersection)),
                        (Some(set), None) | (None, Some(set)) => Ok(set),
                        (Some(before), Some(after)) => Ok(before.and(after)),
                    };
                }
                Some('[') => after = Some(united(after, self.nested(|source| source.class(true))?)),
                Some(_) => after = Some(united(after, self.nested(|source| source.class(false))?)),
            }
        }
    }

    fn member(&mut self, class: usize) -> Result<Set, PatternError> {
        let start = self.cursor;
        let folding = self.flags.folding;
        let from = match self.member_character(false)? {
            Escape::Char(from) => from,
            Escape::Set(set) => return Ok(set),
            Escape::Part(_) => return Ok(Set::none()),
        };
        let dash = self.cursor;
        if self.peek() != Some('-') || matches!(self.raw(1), Some('[' | ']')) {
            return Ok(Set::character(from, folding));
        }
        self.cursor += 1;
        if self.peek().is_none() {
            return Err(self.error(class, Fault::OpenClass));
        }
        let end = self.cursor;
        let to = match self.member_character(true)? {
            Escape::Char(to) => Some(to),
            Escape::Set(_) | Escape::Part(_) => None,
        };
        if let Some(to) = to
            && to >= from
        {
            return Ok(Set::range(from, to, folding));
        }
        let (first, last) = (self.text(start, dash), self.text(end, self.cursor));
        // Only ASCII letters and digits are likely to be meant as a range. Others could get a meaning when swapped.
        let swapped = first.chars().chain(last.chars()).all(|c| c.is_ascii_alphanumeric());
        let fault = match to {
            Some(_) if swapped && let Some(text) = self.word_in_brackets(class) => {
                Fault::BackwardText { from: first, to: last, text }
            }
            None => Fault::RangeToSet(last),
            Some(_) => Fault::BackwardRange { from: first, to: last, swapped },
        };
        Err(self.error(start, fault))
    }

    /// What the class says if it is read as text, such as “mq-bot”.
    fn word_in_brackets(&self, class: usize) -> Option<String> {
        let rest = self.text(class, usize::MAX);
        let (text, _) = rest.strip_prefix('[')?.split_once(']')?;
        let letters = text.chars().filter(|c| c.is_ascii_alphabetic()).count();
        // The key of an issue: `ABC-123`.
        let is_key = text.split_once('-').is_some_and(|(project, number)| {
            project.len() > 1
                && project.bytes().all(|byte| byte.is_ascii_uppercase())
                && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        ((letters >= 4 || is_key) && text.chars().all(|c| c.is_ascii_alphanumeric() || " -_".contains(c)))
            .then(|| text.to_owned())
    }

    /// Reads one member of a class.
    fn member_character(&mut self, ends_range: bool) -> Result<Escape, PatternError> {
        match self.peek() {
            Some('\\') if !ends_range && matches!(self.raw(1), Some('p' | 'P')) => {
                self.property().map(Escape::Set)
            }
            Some('\\') => self.escape(true, ends_range),
            Some(c) => {
                self.cursor += 1;
                Ok(Escape::Char(u32::from(c)))
            }
            None => Ok(Escape::Set(Set::none())),
        }
    }
}

fn united(set: Option<Set>, other: Set) -> Set {
    match set {
        Some(set) => set.or(other),
        None => other,
    }
}
