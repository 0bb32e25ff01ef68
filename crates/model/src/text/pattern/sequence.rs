//! Alternatives, sequences and repetitions.

use super::error::{Fault, PatternError};
use super::escape::Escape;
use super::extent::Extent;
use super::node::{Manner, Node, Place, UNBOUNDED};
use super::set::Set;
use super::source::Source;

/// A part of a pattern that can be repeated.
pub(super) struct Atom {
    pub extent: Extent,
    pub node: Node,
    /// Whether it is a group that Java repeats as a loop.
    pub is_group: bool,
}

impl Atom {
    /// A part that is not such a group.
    pub fn single(extent: Extent, node: Node) -> Self {
        Self { extent, node, is_group: false }
    }

    fn place(place: Place) -> Self {
        Self::single(Extent::PLACE, Node::Place(place))
    }

    fn one(set: Set) -> Self {
        Self::single(Extent::CHARACTER, Node::One(set))
    }
}

impl Source {
    pub fn whole(&mut self) -> Result<Node, PatternError> {
        let (_, node) = self.alternatives()?;
        match self.peek() {
            None => Ok(node),
            Some(_) => Err(self.error(self.cursor, Fault::StrayParenthesis)),
        }
    }

    /// Reads up to the `)` or the end that follows.
    pub fn alternatives(&mut self) -> Result<(Extent, Node), PatternError> {
        let (mut extent, node) = self.sequence()?;
        let mut nodes = vec![node];
        while self.take('|') {
            let (other, node) = self.sequence()?;
            extent = extent.or(other);
            nodes.push(node);
        }
        let only = if nodes.len() == 1 { nodes.pop() } else { None };
        Ok((extent, only.unwrap_or(Node::Alternatives(nodes))))
    }

    fn sequence(&mut self) -> Result<(Extent, Node), PatternError> {
        let mut extent = Extent::PLACE;
        let mut nodes = Vec::new();
        loop {
            let unix = self.flags.unix_lines;
            let part = match self.peek() {
                None | Some('|' | ')') => {
                    let only = if nodes.len() == 1 { nodes.pop() } else { None };
                    return Ok((extent, only.unwrap_or(Node::Sequence(nodes))));
                }
                Some(sign @ ('?' | '*' | '+')) => {
                    return Err(self.nothing_to_repeat(sign));
                }
                Some('(') => match self.nested(Self::group)? {
                    Some(atom) => atom,
                    None => continue,
                },
                Some('[') => Atom::one(self.nested(|source| source.class(true))?),
                Some('\\') => self.escaped()?,
                // Java reads a count without a part before it as a count of nothing.
                Some('{') => Atom::single(Extent::PLACE, Node::NOTHING),
                Some(c) => {
                    self.cursor += 1;
                    match c {
                        '^' if self.flags.multiline => Atom::place(Place::LineStart { unix }),
                        '^' => Atom::place(Place::Start),
                        '$' if self.flags.multiline => Atom::place(Place::LineEnd { unix }),
                        '$' => Atom::place(Place::LastLineEnd { unix }),
                        '.' => Atom::one(self.dot()),
                        _ => Atom::one(Set::character(u32::from(c), self.flags.folding)),
                    }
                }
            };
            let (length, node) = self.repetition(part)?;
            extent = extent.then(length);
            nodes.push(node);
        }
    }

    // As one test: Java is quicker with it than with a class.
    fn dot(&self) -> Set {
        match (self.flags.dot_all, self.flags.unix_lines) {
            (true, _) => Set::any(),
            (false, true) => Set::test(|c| Some(c != '\n')),
            (false, false) => {
                Set::test(|c| Some(!matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')))
            }
        }
    }

    fn escaped(&mut self) -> Result<Atom, PatternError> {
        if let Some('p' | 'P') = self.raw(1) {
            return Ok(Atom::one(self.property()?));
        }
        Ok(match self.escape(false, false)? {
            Escape::Char(code) => Atom::one(Set::character(code, self.flags.folding)),
            Escape::Set(set) => Atom::one(set),
            Escape::Part(node) => {
                let extent = match &node {
                    Node::Place(_) => Extent::PLACE,
                    Node::Untried(text) if text.starts_with("\\b") => Extent::PLACE,
                    Node::Reference(..) => Extent::UNKNOWN,
                    _ => Extent::CHARACTER,
                };
                Atom::single(extent, node)
            }
        })
    }

    fn repetition(&mut self, atom: Atom) -> Result<(Extent, Node), PatternError> {
        let (least, most) = match self.peek() {
            Some('?') => {
                self.cursor += 1;
                let extent = Extent { single: false, ..atom.extent };
                let manner = self.manner();
                return Ok((extent, repeat(atom.node, 0, Some(1), manner)));
            }
            Some(sign @ ('*' | '+')) => {
                self.cursor += 1;
                (u32::from(sign == '+'), None)
            }
            Some('{') => self.count()?,
            _ => return Ok((atom.extent, atom.node)),
        };
        let manner = self.manner();
        // A group that can match in several ways becomes a loop, whose length Java does not know.
        let is_loop = atom.is_group && !atom.extent.single && manner != Manner::Possessive;
        let extent = if is_loop { Extent { longest: None, single: false } } else { atom.extent };
        Ok((extent.times(least, most), repeat(atom.node, least, most, manner)))
    }

    fn nothing_to_repeat(&self, sign: char) -> PatternError {
        let name: String = (1..)
            .map_while(|ahead| self.raw(ahead))
            .take_while(|c| c.is_ascii_uppercase() || matches!(c, '_' | ':'))
            .collect();
        let is_verb = sign == '*' && name.len() > 1 && self.raw(name.len() + 1) == Some(')');
        if is_verb && self.cursor > 0 && self.text(self.cursor - 1, self.cursor) == "(" {
            return self.error(self.cursor - 1, Fault::Verb(format!("(*{name})")));
        }
        self.error(self.cursor, Fault::NothingToRepeat(sign))
    }

    // "?" after a repetition makes it lazy, "+" possessive.
    fn manner(&mut self) -> Manner {
        if self.take('?') {
            Manner::Lazy
        } else if self.take('+') {
            Manner::Possessive
        } else {
            Manner::Greedy
        }
    }

    /// What stands in braces that hold no number.
    fn braced(&self) -> Fault {
        let is_name = |c: &char| c.is_alphanumeric() || "_-./, ".contains(*c);
        let text: String = (0..).map_while(|ahead| self.raw(ahead)).take_while(is_name).collect();
        let is_closed = self.raw(text.chars().count()) == Some('}');
        let is_list = text.split(',').count() > 1
            && text.split(',').all(|one| one.trim().starts_with(char::is_alphabetic));
        let is_word =
            text.starts_with(char::is_alphabetic) && text.chars().count() > 1 && !text.contains(',');
        match is_closed {
            true if text.strip_prefix(',').is_some_and(|most| most.parse::<u32>().is_ok()) => {
                Fault::NoLeast(text[1..].to_owned())
            }
            true if is_list => Fault::Braces(text),
            true if is_word => Fault::Variable(text),
            _ => Fault::BadCount,
        }
    }

    fn count(&mut self) -> Result<(u32, Option<u32>), PatternError> {
        let start = self.cursor;
        self.cursor += 1;
        if !self.raw(0).is_some_and(|c| c.is_ascii_digit()) {
            return Err(self.error(start, self.braced()));
        }
        let least = self.number(start)?;
        let most = match self.take(',') {
            false => Some(least),
            true if self.peek() == Some('}') => None,
            true => Some(self.number(start)?),
        };
        if self.raw(0) == Some('.') && self.raw(1) == Some('.') {
            return Err(self.error(start, Fault::Range));
        }
        if !self.take('}') {
            return Err(self.error(start, Fault::OpenCount));
        }
        match most {
            Some(most) if most < least => Err(self.error(start, Fault::BackwardCount { least, most })),
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
            return Err(self.error(start, Fault::HugeCount));
        }
        Ok(number)
    }
}

fn repeat(node: Node, least: u32, most: Option<u32>, manner: Manner) -> Node {
    Node::Repeat { inner: Box::new(node), least, most: most.unwrap_or(UNBOUNDED), manner }
}
