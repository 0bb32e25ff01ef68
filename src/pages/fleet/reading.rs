//! The run that reads a fleet: the machine of plans, with steps that only read and are added as projects are found. It knows
//! no page, network or clock.

use super::fleet::Fleet;
use super::steps::{Got, Step};
use crate::api::gitlab::PageOfHomes;
use crate::api::{Cause, Error};
use patchbay_model::Odd;
use patchbay_model::gitlab::{Home, Level};
use patchbay_model::plan::{self, Answer, Command, Ending, Event, Hindrance, Run, State};
use std::collections::{HashMap, HashSet};

/// How many requests are on their way at a time.
const AT_A_TIME: usize = 4;

/// How often a step is sent again because nothing answered, before it counts as failed.
const TRIES: u8 = 3;

/// What the reading is doing, for people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Phase {
    /// Not begun.
    Idle,
    /// Requests are on their way.
    Reading,
    /// Something hinders: the seconds left, and what.
    Waiting(u32, Hindrance),
    /// Stopped by the user, or because of an error that concerns all.
    Stopped,
    /// All was asked for.
    Done,
}

/// The reading of one fleet.
pub struct Reading {
    run: Run,
    steps: Vec<Step>,
    /// Of an earlier run that was stopped: what it did not ask for.
    left: Vec<Step>,
    /// The keys of what is still to be read.
    pending: HashSet<u64>,
    /// How often a step was sent again.
    tries: HashMap<usize, u8>,
    /// Steps that could not be asked for, and why.
    failed: Vec<(usize, Error)>,
    /// The error that stopped it, if there was one.
    pub error: Option<Error>,
    /// Projects and groups that could not be read.
    pub odd: Vec<Odd>,
    /// Entries of a list that name nothing on this server.
    pub unknown: Vec<String>,
    /// The first group that was named.
    pub named: Option<Home>,
    /// Whether the server tells what groups have.
    pub reads_groups: bool,
    /// How far a pause was counted down, in epoch milliseconds.
    counted: f64,
}

impl Reading {
    /// A reading that begins with these steps. It is not started.
    pub fn new(steps: Vec<Step>, unknown: Vec<String>, reads_groups: bool) -> Self {
        let all: Vec<usize> = (0..steps.len()).collect();
        Self {
            run: Run::new(steps.len(), &all, &[], AT_A_TIME),
            steps,
            left: Vec::new(),
            pending: HashSet::new(),
            tries: HashMap::new(),
            failed: Vec::new(),
            error: None,
            odd: Vec::new(),
            unknown,
            named: None,
            reads_groups,
            counted: 0.0,
        }
    }

    /// What it is doing.
    pub fn phase(&self) -> Phase {
        match self.run.phase() {
            plan::Phase::Ready => Phase::Idle,
            plan::Phase::Running => Phase::Reading,
            plan::Phase::Pausing { until, because } => {
                Phase::Waiting(((until - self.counted) / 1_000.0).ceil() as u32, because)
            }
            plan::Phase::Paused | plan::Phase::Deciding | plan::Phase::Stopped(_) => Phase::Stopped,
            plan::Phase::Over if !self.left.is_empty() => Phase::Stopped,
            plan::Phase::Over => Phase::Done,
        }
    }

    /// Until when it waits, in epoch milliseconds.
    pub fn waits_until(&self) -> Option<f64> {
        match self.run.phase() {
            plan::Phase::Pausing { until, .. } => Some(until),
            _ => None,
        }
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
        true
    }

    /// Reads these again: by themselves, where the reading was stopped.
    pub fn read_again(&mut self, keys: &[u64]) -> Vec<Event> {
        let mut is_new = false;
        if matches!(self.run.phase(), plan::Phase::Stopped(_)) && self.run.flying() == 0 {
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
        let waiting: Vec<Step> = waiting.collect();
        for step in &waiting {
            if let Step::Read(key) = step {
                self.pending.remove(key);
            }
        }
        self.left.extend(waiting);
        self.failed.clear();
        self.tries.clear();
        self.run = Run::new(0, &[], &[], AT_A_TIME);
    }

    /// Goes on where it stopped.
    pub fn go_on(&mut self) -> Vec<Event> {
        self.error = None;
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
            self.tries.remove(at);
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
        if let (Step::Read(key), Answer::Ended(_)) = (&step, answer) {
            self.pending.remove(key);
        }
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
        {
            self.push(Step::Read(key));
        }
    }

    fn failed_with(&mut self, fleet: &mut Fleet, at: usize, step: &Step, error: Error) -> Answer {
        let tries = self.tries.entry(at).or_default();
        *tries += 1;
        let may_wait = *tries <= TRIES;
        match error.cause {
            Cause::TooMany(seconds) => return Answer::NotYet(Hindrance::SlowDown(seconds)),
            Cause::Unavailable(seconds) if may_wait => {
                return Answer::NotYet(Hindrance::Unavailable(seconds));
            }
            Cause::Offline | Cause::TimedOut if may_wait => return Answer::NotYet(Hindrance::Unreachable),
            _ => {}
        }
        if error.cause.concerns_all() {
            self.error = Some(error);
            self.tries.remove(&at);
            return Answer::NotYetForAll;
        }
        if let Step::Read(key) = step {
            fleet.take_failure(*key, error.clone());
        }
        self.failed.push((at, error));
        Answer::Ended(Ending::Failed)
    }

    /// Takes what happens at `now`, in epoch milliseconds, and says what to do.
    pub fn handle(&mut self, fleet: &mut Fleet, events: Vec<Event>, now: f64) -> Vec<Command> {
        let was_over = self.run.phase() == plan::Phase::Over;
        let mut commands = Vec::new();
        for event in events {
            commands.extend(self.run.handle(event, now));
        }
        if commands.iter().any(|command| matches!(command, Command::WakeAt(_))) {
            self.counted = now;
        }
        if !was_over && self.run.phase() == plan::Phase::Over && self.is_complete() {
            fleet.end_round();
        }
        commands
    }
}

/// Whether asking again would bring the same, until somebody changes something in GitLab.
pub fn lasts(cause: &Cause) -> bool {
    matches!(cause, Cause::Known(_) | Cause::NotAllowed(_) | Cause::Forbidden | Cause::NotFound)
}
