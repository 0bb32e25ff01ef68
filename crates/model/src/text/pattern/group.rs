//! Groups: capturing, named, look-around, with flags.

use super::error::{Fault, PatternError};
use super::extent::Extent;
use super::node::Node;
use super::sequence::Atom;
use super::source::Source;

/// How a group begins.
#[derive(Clone, Copy)]
enum Opening {
    /// Flags for the rest of the group around it.
    Flags,
    Capturing,
    Plain,
    Alone,
    /// Look-ahead; whether it is negated.
    Ahead(bool),
    /// Look-behind; whether it is negated.
    Behind(bool),
}

impl Source {
    /// Reads the group at the cursor; `None` for flags without a group, such as `(?i)`, which cannot be repeated.
    pub fn group(&mut self) -> Result<Option<Atom>, PatternError> {
        let start = self.cursor;
        let flags = self.flags;
        self.cursor += 1;
        let opening = self.opening(start)?;
        let number = match opening {
            Opening::Flags => return Ok(None),
            Opening::Capturing => Some(self.groups),
            Opening::Plain | Opening::Alone | Opening::Ahead(_) | Opening::Behind(_) => None,
        };
        let (extent, inner) = self.alternatives()?;
        if !self.take(')') {
            return Err(self.error(start, Fault::OpenGroup));
        }
        self.flags = flags;
        let inner = Box::new(inner);
        Ok(Some(match opening {
            Opening::Flags | Opening::Plain | Opening::Capturing => {
                Atom { extent, node: Node::Group(number, inner), is_group: true }
            }
            Opening::Alone => Atom::single(extent, Node::Alone(inner)),
            Opening::Ahead(negated) => Atom::single(Extent::PLACE, Node::Ahead { negated, inner }),
            Opening::Behind(negated) => match extent.longest {
                Some(longest) => {
                    let longest = longest.unsigned_abs() as usize;
                    Atom::single(Extent::PLACE, Node::Behind { negated, longest, inner })
                }
                None => return Err(self.error(start, Fault::LookBehind)),
            },
        }))
    }

    /// Reads what follows the `(`.
    fn opening(&mut self, start: usize) -> Result<Opening, PatternError> {
        if !self.take('?') {
            self.groups += 1;
            return Ok(Opening::Capturing);
        }
        let plain = |source: &mut Self, opening| {
            source.cursor += 1;
            Ok(opening)
        };
        match self.raw(0) {
            Some(':') => plain(self, Opening::Plain),
            Some('>') => plain(self, Opening::Alone),
            Some(sign @ ('=' | '!')) => plain(self, Opening::Ahead(sign == '!')),
            Some('<') => {
                self.cursor += 1;
                if let Some(sign @ ('=' | '!')) = self.peek() {
                    return plain(self, Opening::Behind(sign == '!'));
                }
                self.named_group(start)?;
                Ok(Opening::Capturing)
            }
            _ => {
                self.read_flags();
                match self.read() {
                    Some(')') => Ok(Opening::Flags),
                    Some(':') => Ok(Opening::Plain),
                    Some('P') if self.raw(0) == Some('=') => {
                        Err(self.error(start, Fault::UnknownGroup("(?P=".to_owned())))
                    }
                    Some('P') if self.raw(0) == Some('>') => {
                        Err(self.error(start, Fault::UnknownGroup("(?P>".to_owned())))
                    }
                    _ => Err(self.error(start, Fault::UnknownGroup(self.text(start, self.cursor)))),
                }
            }
        }
    }

    fn named_group(&mut self, start: usize) -> Result<(), PatternError> {
        let name = self.group_name()?;
        if self.names.iter().any(|(known, _)| *known == name) {
            return Err(self.error(start, Fault::SameName(name)));
        }
        self.groups += 1;
        self.names.push((name, self.groups));
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
                    return Err(self.error(cursor, Fault::GroupName));
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
                'U' => (self.flags.unicode, self.flags.folding.unicode) = (on, on),
                'i' => self.flags.folding.on = on,
                'u' => self.flags.folding.unicode = on,
                'm' => self.flags.multiline = on,
                's' => self.flags.dot_all = on,
                'c' => {}
                '-' if on => on = false,
                _ => return,
            }
            self.cursor += 1;
        }
    }
}
