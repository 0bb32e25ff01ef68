//! Groups: capturing, named, looking around, with flags.

use super::error::{Kind, PatternError};
use super::extent::Extent;
use super::sequence::Atom;
use super::source::Source;

impl Source {
    /// Reads the group at the cursor; `None` for flags alone, such as `(?i)`, which nothing can repeat.
    pub fn group(&mut self) -> Result<Option<Atom>, PatternError> {
        let start = self.cursor;
        let flags = self.flags;
        self.cursor += 1;
        let mut is_group = true;
        let mut looks_around = false;
        if self.take('?') {
            match self.raw(0) {
                Some(':') => self.cursor += 1,
                Some('>') => {
                    self.cursor += 1;
                    is_group = false;
                }
                Some('=' | '!') => {
                    self.cursor += 1;
                    looks_around = true;
                }
                Some('<') => {
                    self.cursor += 1;
                    if let Some('=' | '!') = self.peek() {
                        self.cursor += 1;
                        self.look_behind(start)?;
                        self.flags = flags;
                        return Ok(Some(Atom::single(Extent::PLACE)));
                    }
                    self.named_group(start)?;
                }
                _ => {
                    self.read_flags();
                    match self.read() {
                        Some(')') => return Ok(None),
                        Some(':') => {}
                        _ => return Err(self.error(start, Kind::UnknownGroup(self.text(start, self.cursor)))),
                    }
                }
            }
        }
        let extent = self.rest_of_group(start)?;
        self.flags = flags;
        Ok(Some(if looks_around { Atom::single(Extent::PLACE) } else { Atom { extent, is_group } }))
    }

    fn rest_of_group(&mut self, start: usize) -> Result<Extent, PatternError> {
        let extent = self.alternatives()?;
        if self.take(')') { Ok(extent) } else { Err(self.error(start, Kind::OpenGroup)) }
    }

    fn look_behind(&mut self, start: usize) -> Result<(), PatternError> {
        if self.rest_of_group(start)?.longest.is_some() {
            Ok(())
        } else {
            Err(self.error(start, Kind::LookBehind))
        }
    }

    fn named_group(&mut self, start: usize) -> Result<(), PatternError> {
        let name = self.group_name()?;
        if self.names.contains(&name) {
            return Err(self.error(start, Kind::SameName(name)));
        }
        self.names.push(name);
        Ok(())
    }

    /// Reads the name of a group up to its `>`.
    pub fn group_name(&mut self) -> Result<String, PatternError> {
        let mut name = String::new();
        loop {
            match self.read() {
                Some('>') if !name.is_empty() => return Ok(name),
                Some(c) if c.is_ascii_alphabetic() || (c.is_ascii_digit() && !name.is_empty()) => {
                    name.push(c)
                }
                found => {
                    let cursor = self.cursor - usize::from(found.is_some());
                    return Err(self.error(cursor, Kind::GroupName));
                }
            }
        }
    }

    fn read_flags(&mut self) {
        let mut on = true;
        while let Some(c) = self.peek() {
            match c {
                'x' => self.flags.comments = on,
                'd' => self.flags.unix_lines = on,
                'U' => self.flags.unicode = on,
                'i' | 'm' | 's' | 'u' | 'c' => {}
                '-' if on => on = false,
                _ => return,
            }
            self.cursor += 1;
        }
    }
}
