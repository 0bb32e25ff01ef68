//! The run that reads a fleet: the machine of plans, with steps that only read and are added as projects are found. It knows
//! no page, network or clock.

use super::fleet::Fleet;
use super::steps::{Got, Step};
use crate::api::gitlab::PageOfHomes;
use crate::api::{Cause, Error};
use crate::plan::{AT_A_TIME, Patience, Phase, ReadingRun};
use patchbay_model::Odd;
use patchbay_model::gitlab::{Home, Level};
use patchbay_model::plan::{Answer, Command, Counts, Ending, Event, State};
use std::collections::{HashSet, VecDeque};

/// Where the server fails at some, they are told at the end and asked for again together.
pub const PATIENCE: Patience = Patience { absent: 3, failing: 0 };

/// How many steps the run has at most beside those that somebody asked for: so the lists, which come behind them, are soon
/// read, and it is known how many projects there are.
const AHEAD: usize = 2 * AT_A_TIME;

/// The reading of one fleet.
pub struct Reading {
    run: ReadingRun,
    steps: Vec<Step>,
    /// Of an earlier run that was stopped: what it did not ask for.
    left: Vec<Step>,
    /// The keys of what is still to be read.
    pending: HashSet<u64>,
    /// Those of them that the run does not have yet, in their order.
    backlog: VecDeque<u64>,
    /// How many steps of the run have not ended.
    open: usize,
    /// Steps that could not be asked for, and why.
    failed: Vec<(usize, Error)>,
    /// Projects and groups that could not be read.
    pub odd: Vec<Odd>,
    /// Entries of a list that name nothing on this server.
    pub unknown: Vec<String>,
    /// The first group that was named.
    pub named: Option<Home>,
    /// Whether the server tells what groups have.
    pub reads_groups: bool,
}

impl Reading {
    /// How many steps are where.
    pub fn counts(&self) -> Counts {
        self.run.counts()
    }

    /// A reading that begins with these steps. It is not started.
    pub fn new(steps: Vec<Step>, unknown: Vec<String>, reads_groups: bool) -> Self {
        Self {
            run: ReadingRun::new(steps.len(), PATIENCE),
            open: steps.len(),
            backlog: VecDeque::new(),
            steps,
            left: Vec::new(),
            pending: HashSet::new(),
            failed: Vec::new(),
            odd: Vec::new(),
            unknown,
            named: None,
            reads_groups,
        }
    }

    /// What it is doing.
    pub fn phase(&self) -> Phase {
        match self.run.phase() {
            Phase::Done if !self.left.is_empty() => Phase::Stopped,
            phase => phase,
        }
    }

    /// The error that stopped it, until a person lets it go on.
    pub fn error(&self) -> Option<&Error> {
        self.run.error()
    }

    /// Until when it waits, in epoch milliseconds.
    pub fn waits_until(&self) -> Option<f64> {
        self.run.waits_until()
    }

    /// How many projects and groups are still to be read, as far as they were found.
    pub fn to_go(&self) -> usize {
        self.pending.len()
    }

    /// Whether this one is still to be read.
    pub fn is_pending(&self, key: u64) -> bool {
        self.pending.contains(&key)
    }

    /// Whether there may be projects or groups that were not found yet.
    pub fn is_listing(&self) -> bool {
        let is_open = |(step, state): (&Step, &State)| {
            !matches!(step, Step::Read(_)) && !matches!(state, State::Ended(_) | State::LeftOut)
        };
        self.steps.iter().zip(self.run.states()).any(is_open)
            || self.left.iter().any(|step| !matches!(step, Step::Read(_)))
    }

    /// A step.
    pub fn step(&self, at: usize) -> Option<&Step> {
        self.steps.get(at)
    }

    /// Those that failed for a cause that may pass, and why.
    pub fn passing(&self) -> impl Iterator<Item = (&Step, &Error)> {
        let passing = self.failed.iter().filter(|(_, error)| !lasts(&error.cause));
        passing.filter_map(|(at, error)| Some((self.step(*at)?, error)))
    }

    /// What somebody named and is not there, and why.
    pub fn not_found(&self) -> impl Iterator<Item = (&Step, &Error)> {
        let lasting = self.failed.iter().filter(|(_, error)| lasts(&error.cause));
        let named = lasting.filter_map(|(at, error)| Some((self.step(*at)?, error)));
        named.filter(|(step, _)| !matches!(step, Step::Read(_)))
    }

    /// Whether every list was read to its end.
    fn is_complete(&self) -> bool {
        self.left.is_empty()
            && self.failed.iter().all(|(at, error)| {
                matches!(self.step(*at), Some(Step::Read(_)) | None) || lasts(&error.cause)
            })
    }

    fn push(&mut self, step: Step) -> bool {
        if let Step::Read(key) = step
            && !self.pending.insert(key)
        {
            return false;
        }
        self.steps.push(step);
        self.open += 1;
        true
    }

    /// Gives the run as many of those that were found as it needs to go on.
    fn feed(&mut self) {
        while self.open < AHEAD
            && let Some(key) = self.backlog.pop_front()
        {
            self.steps.push(Step::Read(key));
            self.open += 1;
        }
    }

    /// Reads these again: by themselves, where the reading was stopped.
    pub fn read_again(&mut self, keys: &[u64]) -> Vec<Event> {
        let mut is_new = false;
        if self.run.phase() == Phase::Stopped && self.run.flying() == 0 {
            self.put_aside();
            is_new = true;
        }
        self.failed
            .retain(|(at, _)| !matches!(self.steps.get(*at), Some(Step::Read(key)) if keys.contains(key)));
        // What was put aside is read now; it need not be read later.
        self.left.retain(|step| !matches!(step, Step::Read(key) if keys.contains(key)));
        let added = keys.iter().filter(|key| self.push(Step::Read(**key))).count();
        if is_new { vec![Event::Add(added), Event::Start] } else { vec![Event::Add(added)] }
    }

    /// Keeps for later what was not asked for.
    fn put_aside(&mut self) {
        let steps = std::mem::take(&mut self.steps);
        let is_waiting = |(step, state): (Step, &State)| (*state == State::Waiting).then_some(step);
        let waiting = steps.into_iter().zip(self.run.states()).filter_map(is_waiting);
        let waiting: Vec<Step> = waiting.chain(self.backlog.drain(..).map(Step::Read)).collect();
        self.open = 0;
        for step in &waiting {
            if let Step::Read(key) = step {
                self.pending.remove(key);
            }
        }
        self.left.extend(waiting);
        self.failed.clear();
        self.run.clear();
    }

    /// Goes on where it stopped.
    pub fn go_on(&mut self) -> Vec<Event> {
        let left = std::mem::take(&mut self.left);
        let added = left.into_iter().filter(|step| self.push(step.clone())).count();
        vec![Event::Add(added), Event::Continue]
    }

    /// Asks again for those that failed for a cause that may pass.
    pub fn retry(&mut self) -> Vec<Event> {
        let (again, rest) =
            std::mem::take(&mut self.failed).into_iter().partition(|(_, error)| !lasts(&error.cause));
        self.failed = rest;
        let again: Vec<usize> = Vec::<(usize, Error)>::into_iter(again).map(|(at, _)| at).collect();
        for at in &again {
            self.open += 1;
            if let Some(Step::Read(key)) = self.steps.get(*at) {
                self.pending.insert(*key);
            }
        }
        vec![Event::Retry(again)]
    }

    /// Takes what came of a step at `now`, in epoch milliseconds, and says what happened to the run.
    pub fn take(&mut self, fleet: &mut Fleet, at: usize, got: Result<Got, Error>, now: f64) -> Vec<Event> {
        let Some(step) = self.step(at).cloned() else { return Vec::new() };
        let before = self.steps.len();
        let answer = match got {
            Ok(got) => {
                self.got(fleet, &step, got, now);
                Answer::Ended(Ending::Done)
            }
            Err(error) => self.failed_with(fleet, at, &step, error),
        };
        if matches!(answer, Answer::Ended(_)) {
            self.open = self.open.saturating_sub(1);
            if let Step::Read(key) = step {
                self.pending.remove(&key);
            }
        }
        self.feed();
        vec![Event::Add(self.steps.len() - before), Event::Answered(at, answer)]
    }

    fn got(&mut self, fleet: &mut Fleet, step: &Step, got: Got, now: f64) {
        match got {
            Got::Page(page) => self.found(fleet, step, page),
            Got::Home(home) => {
                let (level, id) = (home.level, home.id);
                if level == Level::Group {
                    self.named.get_or_insert_with(|| home.clone());
                    self.push(Step::ProjectsBelow { group: id, page: 1 });
                    self.push(Step::GroupsBelow { group: id, page: 1 });
                }
                self.take_home(fleet, home);
            }
            Got::Active(listed) => {
                if let Step::Read(key) = step {
                    fleet.take_active(*key, listed, now);
                }
            }
        }
    }

    fn found(&mut self, fleet: &mut Fleet, step: &Step, page: PageOfHomes) {
        let is_new = !page.homes.is_empty();
        if let Some(next) = step.next(&page, is_new) {
            self.push(next);
        }
        self.odd.extend(page.odd);
        for home in page.homes {
            self.take_home(fleet, home);
        }
    }

    fn take_home(&mut self, fleet: &mut Fleet, home: Home) {
        let is_read = home.level == Level::Project || self.reads_groups;
        if let Some(key) = fleet.take_home(home)
            && is_read
            && self.pending.insert(key)
        {
            self.backlog.push_back(key);
        }
    }

    fn failed_with(&mut self, fleet: &mut Fleet, at: usize, step: &Step, error: Error) -> Answer {
        let answer = self.run.failed(at, &error);
        if matches!(answer, Answer::Ended(_)) {
            if let Step::Read(key) = step {
                fleet.take_failure(*key, error.clone());
            }
            self.failed.push((at, error));
        }
        answer
    }

    /// Takes what happens at `now`, in epoch milliseconds, and says what to do.
    pub fn handle(&mut self, fleet: &mut Fleet, events: Vec<Event>, now: f64) -> Vec<Command> {
        let was_over = self.run.phase() == Phase::Done;
        let commands = self.run.handle(events, now);
        if !was_over && self.run.phase() == Phase::Done && self.is_complete() {
            fleet.end_round();
        }
        commands
    }
}

/// Whether asking again would bring the same, until somebody changes something in GitLab.
pub fn lasts(cause: &Cause) -> bool {
    matches!(cause, Cause::Known(_) | Cause::NotAllowed(_) | Cause::Forbidden | Cause::NotFound)
}

#[cfg(test)]
mod tests;
