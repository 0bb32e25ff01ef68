//! Trying a program on a text as Java 17 does, by backtracking, with a budget of steps.

use super::node::Manner;
use super::program::{Alone, AloneKind, Program, Step};
use super::set::{Set, same};

/// How a text is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// The whole text must match.
    Whole,
    /// Any part of it.
    Part,
    /// Any part of it that begins where the text does.
    Beginning,
}

/// Why it is not known whether a text matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The budget is used up.
    Costly,
    /// A part needs a table of Unicode that is missing. Where it is no property, it is named.
    Untried(Option<String>),
}

/// Steps that may still be made. One takes some 20 to 50 nanoseconds in a browser.
#[derive(Debug)]
pub(super) struct Budget(pub usize);

impl Budget {
    fn spend(&mut self, steps: usize) -> Result<(), Stop> {
        self.0 = self.0.checked_sub(steps).ok_or(Stop::Costly)?;
        Ok(())
    }
}

/// Ways that are left to try; 200,000 take some 5 MB.
const MOST_WAYS: usize = 200_000;
/// Steps that a loop's iteration takes beside its parts: Java keeps count and place of each.
const LOOP: usize = 6;
/// Steps that it takes Java to look up whether the loop has failed at this place.
const MEMORY: usize = 20;
const UNSET: usize = usize::MAX;

/// What is left to try.
pub(super) enum Way {
    /// Goes on with a step at a position.
    Resume { step: usize, at: usize },
    /// Goes on after a run that has one character less.
    Shorter { step: usize, at: usize, least: usize },
    /// Goes on after a run that has one character more.
    Longer { step: usize, at: usize, left: usize },
    /// Leaves a loop, as its body does not match here.
    Leave { number: usize, at: usize },
    /// Repeats a loop once more.
    Repeat { number: usize, at: usize },
    /// Puts a slot back.
    Restore { slot: usize, value: usize },
    /// Fails a part that is tried by itself, or tries to look further back.
    Fail { step: usize, at: usize, from: usize },
}

/// Whether the program matches the text.
pub(super) fn matches(
    program: &Program,
    text: &[char],
    mode: Mode,
    budget: &mut Budget,
) -> Result<bool, Stop> {
    let slots = program.loops.len() * 2 + program.groups * 3;
    budget.spend(1 + slots / 16)?;
    let mut run = Run {
        program,
        text,
        mode,
        budget,
        ways: Vec::new(),
        slots: vec![UNSET; slots],
        alone: Vec::new(),
        failed: Vec::new(),
    };
    let Some(last) = text.len().checked_sub(program.shortest) else { return Ok(false) };
    let last = if mode == Mode::Part { last } else { 0 };
    for start in 0..=last {
        if run.starts(start)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A text while it is tried.
pub(super) struct Run<'a> {
    pub program: &'a Program,
    pub text: &'a [char],
    mode: Mode,
    budget: &'a mut Budget,
    pub ways: Vec<Way>,
    /// For each loop its count and where its iteration began; then for each group where it began, and its text.
    pub slots: Vec<usize>,
    /// The parts tried by themselves: places of their `Way::Fail`.
    alone: Vec<usize>,
    /// Where loops failed: for each loop, one flag for each position; empty until needed.
    pub failed: Vec<bool>,
}

impl Run<'_> {
    fn starts(&mut self, start: usize) -> Result<bool, Stop> {
        self.ways.clear();
        self.alone.clear();
        let mut next = Some((0, start));
        loop {
            let Some((step, at)) = next else {
                match self.back()? {
                    Some(other) => next = Some(other),
                    None => return Ok(false),
                }
                continue;
            };
            self.budget.spend(1)?;
            if self.ways.len() > MOST_WAYS {
                return Err(Stop::Costly);
            }
            next = match &self.program.steps[step] {
                Step::Accept if self.mode != Mode::Whole || at == self.text.len() => return Ok(true),
                Step::Accept => None,
                Step::One(set) => self.has(set, at)?.then_some((step + 1, at + 1)),
                Step::Run { set, least, most, manner } => {
                    self.run(step, at, set, (*least, *most), *manner)?
                }
                Step::Fork(other) => {
                    self.ways.push(Way::Resume { step: *other, at });
                    Some((step + 1, at))
                }
                Step::Goto(step) => Some((*step, at)),
                Step::Enter(number) => Some(self.enter(*number, at)),
                Step::Again(number) => {
                    let remembers = self.program.loops[*number].remembers;
                    self.budget.spend(if remembers { LOOP + MEMORY } else { LOOP })?;
                    Some(self.again(*number, at))
                }
                Step::Open(group) => {
                    self.set(self.group(*group), at);
                    Some((step + 1, at))
                }
                Step::Close(group) => {
                    let slot = self.group(*group);
                    self.set(slot + 1, self.slots[slot]);
                    self.set(slot + 2, at);
                    Some((step + 1, at))
                }
                Step::Place(place) => place.is_at(self.text, at).then_some((step + 1, at)),
                Step::Reference(group, folding) => {
                    let slot = self.group(*group);
                    let range = self.slots.get(slot + 1).zip(self.slots.get(slot + 2));
                    let text = range.and_then(|(from, to)| self.text.get(*from..*to));
                    let length = text.map_or(0, <[char]>::len);
                    self.budget.spend(length)?;
                    let found = self.text.get(at..at + length).zip(text).is_some_and(|(found, text)| {
                        found.iter().zip(text).all(|(a, b)| same(*a, *b, *folding))
                    });
                    found.then_some((step + 1, at + length))
                }
                Step::Alone(_) => {
                    self.alone.push(self.ways.len());
                    self.ways.push(Way::Fail { step, at, from: at });
                    Some((step + 1, at))
                }
                Step::Apart => self.apart(at)?,
                Step::Untried(text) => return Err(Stop::Untried(Some(text.clone()))),
            };
        }
    }

    // Undoes what was tried last, and gives what to try instead.
    fn back(&mut self) -> Result<Option<(usize, usize)>, Stop> {
        while let Some(way) = self.ways.pop() {
            self.budget.spend(1)?;
            match way {
                Way::Resume { step, at } => return Ok(Some((step, at))),
                Way::Shorter { step, at, least } => {
                    if at > least {
                        self.ways.push(Way::Shorter { step, at: at - 1, least });
                    }
                    return Ok(Some((step + 1, at)));
                }
                Way::Longer { step, at, left } => {
                    let Step::Run { set, .. } = &self.program.steps[step] else { continue };
                    if self.has(set, at)? {
                        if left > 1 {
                            self.ways.push(Way::Longer { step, at: at + 1, left: left - 1 });
                        }
                        return Ok(Some((step + 1, at + 1)));
                    }
                }
                Way::Leave { number, at } => {
                    if self.program.loops[number].remembers {
                        self.budget.spend(if self.failed.is_empty() {
                            self.flag(self.program.loops.len(), 0) / 64
                        } else {
                            0
                        })?;
                        self.failed.resize(self.program.loops.len() * (self.text.len() + 1), false);
                        let place = self.flag(number, at);
                        self.failed[place] = true;
                    }
                    return Ok(Some((self.program.loops[number].exit, at)));
                }
                Way::Repeat { number, at } => return Ok(Some(self.iterate(number, at))),
                Way::Restore { slot, value } => self.slots[slot] = value,
                Way::Fail { step, at, from } => {
                    if let Step::Alone(Alone { after, kind }) = self.program.steps[step] {
                        match kind {
                            AloneKind::Behind { longest, .. } if from > at.saturating_sub(longest) => {
                                self.ways.push(Way::Fail { step, at, from: from - 1 });
                                return Ok(Some((step + 1, from - 1)));
                            }
                            AloneKind::Ahead { negated: true } | AloneKind::Behind { negated: true, .. } => {
                                self.alone.pop();
                                return Ok(Some((after, at)));
                            }
                            AloneKind::Atomic | AloneKind::Ahead { .. } | AloneKind::Behind { .. } => {}
                        }
                    }
                    self.alone.pop();
                }
            }
        }
        Ok(None)
    }

    fn has(&mut self, set: &Set, at: usize) -> Result<bool, Stop> {
        let Some(c) = self.text.get(at) else { return Ok(false) };
        self.budget.spend(set.cost())?;
        set.has(*c).ok_or(Stop::Untried(None))
    }

    fn run(
        &mut self,
        step: usize,
        at: usize,
        set: &Set,
        (least, most): (usize, usize),
        manner: Manner,
    ) -> Result<Option<(usize, usize)>, Stop> {
        let wanted = if manner == Manner::Lazy { least } else { most };
        let mut length = 0;
        while length < wanted && self.has(set, at + length)? {
            length += 1;
        }
        if length < least {
            return Ok(None);
        }
        let end = at + length;
        match manner {
            Manner::Greedy if length > least => {
                self.ways.push(Way::Shorter { step, at: end - 1, least: at + least });
            }
            Manner::Lazy if most > least => {
                self.ways.push(Way::Longer { step, at: end, left: most - least });
            }
            Manner::Greedy | Manner::Lazy | Manner::Possessive => {}
        }
        Ok(Some((step + 1, end)))
    }

    // The part that is tried by itself has matched: there is no way back into it.
    fn apart(&mut self, at: usize) -> Result<Option<(usize, usize)>, Stop> {
        let Some(&begin) = self.alone.last() else { return Ok(None) };
        let Some(Way::Fail { step, at: began, .. }) = self.ways.get(begin) else { return Ok(None) };
        let (step, began) = (*step, *began);
        let Step::Alone(Alone { after, kind }) = self.program.steps[step] else { return Ok(None) };
        if matches!(kind, AloneKind::Behind { .. }) && at != began {
            return Ok(None);
        }
        self.alone.pop();
        self.budget.spend(self.ways.len() - begin)?;
        if let AloneKind::Ahead { negated: true } | AloneKind::Behind { negated: true, .. } = kind {
            while self.ways.len() > begin {
                if let Some(Way::Restore { slot, value }) = self.ways.pop() {
                    self.slots[slot] = value;
                }
            }
            return Ok(None);
        }
        let mut kept = begin;
        for index in begin..self.ways.len() {
            if matches!(self.ways[index], Way::Restore { .. }) {
                self.ways.swap(kept, index);
                kept += 1;
            }
        }
        self.ways.truncate(kept);
        Ok(Some((after, if kind == AloneKind::Atomic { at } else { began })))
    }

    pub fn set(&mut self, slot: usize, value: usize) {
        if let Some(before) = self.slots.get(slot).copied() {
            self.ways.push(Way::Restore { slot, value: before });
            self.slots[slot] = value;
        }
    }

    fn group(&self, group: usize) -> usize {
        self.program.loops.len() * 2 + group * 3
    }
}
