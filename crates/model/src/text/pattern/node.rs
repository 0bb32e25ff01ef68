//! A pattern as a tree.

use super::set::{Folding, Set};

/// A part of a pattern. Trees are at most as deep as brackets nest, which the parser limits.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// One after the other; nothing, if there are none.
    Sequence(Vec<Node>),
    /// One of them, the first that fits.
    Alternatives(Vec<Node>),
    /// One character.
    One(Set),
    /// A position.
    Place(Place),
    /// What a group has matched, by its number.
    Reference(usize, Folding),
    /// A group; with a number if it captures.
    Group(Option<usize>, Box<Node>),
    /// A group that is not tried in another way once it has matched.
    Alone(Box<Node>),
    /// What must follow here, or must not.
    Ahead { negated: bool, inner: Box<Node> },
    /// What must come before, or must not, with the greatest length that Java looks back.
    Behind { negated: bool, longest: usize, inner: Box<Node> },
    /// A repetition.
    Repeat { inner: Box<Node>, least: u32, most: u32, manner: Manner },
    /// What is valid and cannot be tried here, as it stands in the pattern.
    Untried(String),
}

/// How a repetition chooses among the ways to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    Greedy,
    Lazy,
    Possessive,
}

/// A position between characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// `^` and `\A`.
    Start,
    /// `^` with the flag `m`; with `d`, only a line feed ends a line.
    LineStart { unix: bool },
    /// `\z`.
    End,
    /// `$` and `\Z`.
    LastLineEnd { unix: bool },
    /// `$` with the flag `m`.
    LineEnd { unix: bool },
    /// `\b`.
    Boundary,
    /// `\B`.
    NoBoundary,
}

/// Without an upper bound.
pub(super) const UNBOUNDED: u32 = u32::MAX;

impl Node {
    pub const NOTHING: Self = Self::Sequence(Vec::new());

    /// Whether Java takes it for a group with one way to match only: it repeats such groups in a simpler way.
    pub fn is_deterministic(&self) -> bool {
        match self {
            Self::Sequence(nodes) => nodes.iter().all(Self::is_deterministic),
            Self::Alternatives(_) => false,
            Self::One(_) | Self::Place(_) | Self::Reference(..) | Self::Untried(_) => true,
            Self::Ahead { .. } | Self::Behind { .. } => true,
            Self::Group(_, inner) | Self::Alone(inner) => inner.is_deterministic(),
            Self::Repeat { inner, least, most, .. } => least == most && inner.is_deterministic(),
        }
    }

    /// The least number of characters that it matches.
    pub fn shortest(&self) -> usize {
        match self {
            Self::Sequence(nodes) => {
                nodes.iter().fold(0, |sum: usize, node| sum.saturating_add(node.shortest()))
            }
            Self::Alternatives(nodes) => nodes.iter().map(Self::shortest).min().unwrap_or(0),
            Self::One(_) => 1,
            Self::Place(_) | Self::Reference(..) | Self::Untried(_) => 0,
            Self::Ahead { .. } | Self::Behind { .. } => 0,
            Self::Group(_, inner) | Self::Alone(inner) => inner.shortest(),
            Self::Repeat { inner, least, .. } => inner.shortest().saturating_mul(*least as usize),
        }
    }

    /// The parts directly within it.
    pub fn children(&self) -> &[Node] {
        match self {
            Self::Sequence(nodes) | Self::Alternatives(nodes) => nodes,
            Self::Group(_, inner) | Self::Alone(inner) | Self::Repeat { inner, .. } => {
                std::slice::from_ref(inner)
            }
            Self::Ahead { inner, .. } | Self::Behind { inner, .. } => std::slice::from_ref(inner),
            Self::One(_) | Self::Place(_) | Self::Reference(..) | Self::Untried(_) => &[],
        }
    }
}
