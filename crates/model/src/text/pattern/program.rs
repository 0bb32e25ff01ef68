//! A pattern as a list of steps, which is tried without recursion.

use super::node::{Manner, Node, Place, UNBOUNDED};
use super::set::{Folding, Set};

/// One step. Numbers of steps are places in the program.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// One character.
    One(Set),
    /// As many characters of a set as possible, or as few.
    Run {
        set: Set,
        least: usize,
        most: usize,
        manner: Manner,
    },
    /// Goes on with the next step and, if that fails, with another one.
    Fork(usize),
    Goto(usize),
    /// Begins a loop.
    Enter(usize),
    /// Ends an iteration of a loop.
    Again(usize),
    /// Begins a group.
    Open(usize),
    /// Ends a group.
    Close(usize),
    Place(Place),
    Reference(usize, Folding),
    /// Begins a part that is tried by itself, up to its [`Step::Apart`]; then goes on there.
    Alone(Alone),
    /// Ends a part that is tried by itself.
    Apart,
    Untried(String),
    Accept,
}

/// A part that is tried by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Alone {
    /// Where it goes on.
    pub after: usize,
    pub kind: AloneKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AloneKind {
    /// What it matches is used up.
    Atomic,
    /// It must follow, or must not.
    Ahead { negated: bool },
    /// It must come before, or must not, with this length at most.
    Behind { negated: bool, longest: usize },
}

/// A loop over a group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Loop {
    pub body: usize,
    pub exit: usize,
    pub least: usize,
    pub most: usize,
    pub lazy: bool,
    /// Whether Java remembers where it failed.
    pub remembers: bool,
}

/// A pattern that can be tried.
#[derive(Clone, Debug, Default)]
pub(super) struct Program {
    pub steps: Vec<Step>,
    pub loops: Vec<Loop>,
    /// Number of groups whose text is referred to; 0 if none is.
    pub groups: usize,
    /// The least number of characters that it matches.
    pub shortest: usize,
}

/// What surrounds a part.
#[derive(Clone, Copy, Default)]
struct Around {
    /// A repetition of a group.
    repeated: bool,
    behind: bool,
}

impl Program {
    pub fn new(node: &Node, groups: usize) -> Self {
        let mut program = Self { shortest: node.shortest(), ..Self::default() };
        if refers(node) {
            program.groups = groups + 1;
        }
        program.add(node, Around::default());
        program.steps.push(Step::Accept);
        program
    }

    fn add(&mut self, node: &Node, around: Around) {
        match node {
            Node::Sequence(nodes) => nodes.iter().for_each(|node| self.add(node, around)),
            Node::Alternatives(nodes) => self.alternatives(nodes, around),
            Node::One(set) => self.steps.push(Step::One(set.clone().prepared())),
            Node::Place(place) => self.steps.push(Step::Place(*place)),
            Node::Reference(group, folding) => self.steps.push(Step::Reference(*group, *folding)),
            Node::Group(Some(group), inner) if self.groups > 0 => {
                self.steps.push(Step::Open(*group));
                self.add(inner, around);
                self.steps.push(Step::Close(*group));
            }
            Node::Group(_, inner) => self.add(inner, around),
            Node::Alone(inner) => self.alone(AloneKind::Atomic, inner, around),
            Node::Ahead { negated, inner } => {
                self.alone(AloneKind::Ahead { negated: *negated }, inner, around)
            }
            Node::Behind { negated, longest, inner } => {
                let kind = AloneKind::Behind { negated: *negated, longest: *longest };
                self.alone(kind, inner, Around { behind: true, ..around });
            }
            Node::Repeat { inner, least, most, manner } => self.repeat(inner, *least, *most, *manner, around),
            Node::Untried(text) => self.steps.push(Step::Untried(text.clone())),
        }
    }

    fn alternatives(&mut self, nodes: &[Node], around: Around) {
        let mut ends = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            let fork = self.steps.len();
            let last = index + 1 == nodes.len();
            if !last {
                self.steps.push(Step::Fork(0));
            }
            self.add(node, around);
            if !last {
                ends.push(self.steps.len());
                self.steps.push(Step::Goto(0));
                self.steps[fork] = Step::Fork(self.steps.len());
            }
        }
        for end in ends {
            self.steps[end] = Step::Goto(self.steps.len());
        }
    }

    fn alone(&mut self, kind: AloneKind, inner: &Node, around: Around) {
        let begin = self.steps.len();
        self.steps.push(Step::Apart);
        self.add(inner, around);
        self.steps.push(Step::Apart);
        self.steps[begin] = Step::Alone(Alone { after: self.steps.len(), kind });
    }

    fn repeat(&mut self, inner: &Node, least: u32, most: u32, manner: Manner, around: Around) {
        let (from, to) = (least as usize, if most == UNBOUNDED { usize::MAX } else { most as usize });
        if let Node::One(set) = inner {
            self.steps.push(Step::Run { set: set.clone().prepared(), least: from, most: to, manner });
            return;
        }
        if manner == Manner::Possessive {
            let begin = self.steps.len();
            self.steps.push(Step::Apart);
            self.looped(inner, (from, to), manner, around);
            self.steps.push(Step::Apart);
            self.steps[begin] = Step::Alone(Alone { after: self.steps.len(), kind: AloneKind::Atomic });
        } else {
            self.looped(inner, (from, to), manner, around);
        }
    }

    fn looped(&mut self, inner: &Node, (least, most): (usize, usize), manner: Manner, around: Around) {
        let is_group = matches!(inner, Node::Group(..));
        let within = Around { repeated: around.repeated || is_group, ..around };
        if (least, most) == (0, 1) && is_group && manner != Manner::Possessive {
            self.optional(inner, manner, within);
            return;
        }
        let number = self.loops.len();
        // Java's documents do not say so: a greedy loop without limit, outside of other loops and of look-behind, remembers
        // where it failed, unless some part refers to a group.
        let remembers = is_group
            && manner == Manner::Greedy
            && most == usize::MAX
            && !around.repeated
            && !around.behind
            && self.groups == 0
            && !inner.is_deterministic();
        self.loops.push(Loop {
            body: self.steps.len() + 1,
            exit: 0,
            least,
            most,
            lazy: manner == Manner::Lazy,
            remembers,
        });
        self.steps.push(Step::Enter(number));
        if is_group && manner != Manner::Possessive {
            self.add(inner, within);
        } else {
            // Java has no way back into it: "\R{2}" does not match a carriage return and a line feed.
            self.alone(AloneKind::Atomic, inner, within);
        }
        self.steps.push(Step::Again(number));
        self.loops[number].exit = self.steps.len();
    }

    fn optional(&mut self, inner: &Node, manner: Manner, within: Around) {
        match manner {
            Manner::Lazy => {
                let fork = self.steps.len();
                self.steps.push(Step::Fork(0));
                self.steps.push(Step::Goto(0));
                self.steps[fork] = Step::Fork(self.steps.len());
                self.add(inner, within);
                self.steps[fork + 1] = Step::Goto(self.steps.len());
            }
            Manner::Greedy | Manner::Possessive => {
                let fork = self.steps.len();
                self.steps.push(Step::Fork(0));
                self.add(inner, within);
                self.steps[fork] = Step::Fork(self.steps.len());
            }
        }
    }
}

fn refers(node: &Node) -> bool {
    matches!(node, Node::Reference(..)) || node.children().iter().any(refers)
}
