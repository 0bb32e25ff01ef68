//! The run that reads one integration of many projects and groups: the machine of plans, with steps that only read. It knows
//! no page, network or clock.

use super::settings::Settings;
use crate::api::{Cause, Error, Found, Record};
use crate::pages::fleet::reading::{Phase, lasts};
use patchbay_model::gitlab::Target;
use patchbay_model::plan::{self, Answer, Command, Counts, Ending, Event, Hindrance, Run};
use std::collections::{HashMap, HashSet};

/// How many requests are on their way at a time.
const AT_A_TIME: usize = 4;

/// How often a step is sent again because nothing answered, before it counts as failed.
const TRIES: u8 = 3;

/// What is asked for, and what was found.
pub struct Comparing {
    /// The integration.
    pub slug: String,
    /// What was read.
    pub settings: Settings,
    /// Why reading the one with this key failed.
    pub failed: HashMap<u64, Error>,
    /// The error that stopped it, if there was one.
    pub error: Option<Error>,
    run: Run,
    /// What each step reads, by its key.
    keys: Vec<u64>,
    known: HashSet<u64>,
    tries: HashMap<usize, u8>,
    counted: f64,
}

impl Comparing {
    /// Nothing is read yet.
    pub fn new(slug: &str, target: Target) -> Self {
        Self {
            slug: slug.to_owned(),
            settings: Settings::new(slug, target),
            failed: HashMap::new(),
            error: None,
            run: Run::new(0, &[], &[], AT_A_TIME),
            keys: Vec::new(),
            known: HashSet::new(),
            tries: HashMap::new(),
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

    /// How many steps are where.
    pub fn counts(&self) -> Counts {
        self.run.counts()
    }

    /// What a step reads.
    pub fn key(&self, step: usize) -> Option<u64> {
        self.keys.get(step).copied()
    }

    /// Makes it read those of these that it does not know yet.
    pub fn add(&mut self, keys: &[u64]) -> Vec<Event> {
        let new: Vec<u64> = keys.iter().copied().filter(|key| self.known.insert(*key)).collect();
        let added = new.len();
        self.keys.extend(new);
        match added {
            0 => Vec::new(),
            added => vec![Event::Add(added), Event::Start],
        }
    }

    /// Goes on where it stopped.
    pub fn go_on(&mut self) -> Vec<Event> {
        self.error = None;
        vec![Event::Continue]
    }

    /// Asks again for those that failed for a cause that may pass.
    pub fn retry(&mut self) -> Vec<Event> {
        let passing: Vec<u64> =
            self.failed.iter().filter(|(_, error)| !lasts(&error.cause)).map(|(key, _)| *key).collect();
        let steps = self.keys.iter().enumerate().filter(|(_, key)| passing.contains(key));
        let steps: Vec<usize> = steps.map(|(step, _)| step).collect();
        for key in passing {
            self.failed.remove(&key);
        }
        for step in &steps {
            self.tries.remove(step);
        }
        vec![Event::Retry(steps)]
    }

    /// Takes what came of a step, and says what happened to the run.
    pub fn take(&mut self, step: usize, answer: Result<Found, Error>) -> Vec<Event> {
        let Some(key) = self.key(step) else { return Vec::new() };
        vec![Event::Answered(step, self.judged(step, key, answer))]
    }

    fn judged(&mut self, step: usize, key: u64, answer: Result<Found, Error>) -> Answer {
        let error = match answer {
            Ok(Found::Present(Record::GitLab(integration))) => {
                self.settings.take(key, &integration);
                return Answer::Ended(Ending::Done);
            }
            // Somebody disabled it meanwhile.
            Ok(_) => return Answer::Ended(Ending::Done),
            Err(error) => error,
        };
        let tries = self.tries.entry(step).or_default();
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
            self.tries.remove(&step);
            return Answer::NotYetForAll;
        }
        self.failed.insert(key, error);
        Answer::Ended(Ending::Failed)
    }

    /// Takes what happens at `now`, in epoch milliseconds, and says what to do.
    pub fn handle(&mut self, events: Vec<Event>, now: f64) -> Vec<Command> {
        let mut commands = Vec::new();
        for event in events {
            commands.extend(self.run.handle(event, now));
        }
        if commands.iter().any(|command| matches!(command, Command::WakeAt(_))) {
            self.counted = now;
        }
        commands
    }
}
