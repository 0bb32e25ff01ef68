//! A run whose steps only read: the machine of plans, and what it makes of failures. It knows no page and no network.

use super::carry::hindrance;
use crate::api::{Cause, Error};
use crate::browser::numbers::count;
use patchbay_model::plan::{self, Answer, Command, Counts, Event, Hindrance, Run, State};
use std::collections::HashMap;
use std::time::Duration;

/// How many requests are on their way at a time.
pub const AT_A_TIME: usize = 4;

/// How much is counted down at a time, in milliseconds.
const SECOND: f64 = 1_000.0;

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

impl Phase {
    /// Whether requests are on their way, or will be by themselves.
    pub fn is_going(self) -> bool {
        matches!(self, Self::Reading | Self::Waiting(..))
    }

    /// Why GitLab is waited for, and how long; empty unless it is.
    pub fn waits(self) -> String {
        let Self::Waiting(seconds, because) = self else { return String::new() };
        let why = match because {
            Hindrance::SlowDown(_) => "asks to slow down",
            Hindrance::Unavailable(_) => "is not available at the moment",
            Hindrance::Unreachable => "cannot be reached",
        };
        format!("GitLab {why}. Continuing in {} s.", count(seconds as usize))
    }
}

/// How often a step is sent again by itself. That a server asks to slow down counts for nothing: it is always waited for.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Where the server cannot be reached or is not available.
    pub absent: u8,
    /// Where the server fails at it.
    pub failing: u8,
}

/// A run. Give it what happens; do what it says.
#[derive(Debug)]
pub struct ReadingRun {
    run: Run,
    patience: Patience,
    /// How often a step was sent again.
    tries: HashMap<usize, u8>,
    /// The error that stopped it, if there was one.
    error: Option<Error>,
    /// How far a pause was counted down, in epoch milliseconds.
    counted: f64,
}

impl ReadingRun {
    /// A run of so many steps. It is not started.
    pub fn new(total: usize, patience: Patience) -> Self {
        Self { run: run_of(total), patience, tries: HashMap::new(), error: None, counted: 0.0 }
    }

    /// Forgets all steps. What stopped it is still told.
    pub fn clear(&mut self) {
        self.run = run_of(0);
        self.tries.clear();
    }

    /// What it is doing.
    pub fn phase(&self) -> Phase {
        match self.run.phase() {
            plan::Phase::Ready => Phase::Idle,
            plan::Phase::Running => Phase::Reading,
            plan::Phase::Pausing { until, because } => {
                Phase::Waiting(((until - self.counted) / SECOND).ceil() as u32, because)
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

    /// The error that stopped it, until a person lets it go on.
    pub fn error(&self) -> Option<&Error> {
        self.error.as_ref()
    }

    /// How many steps are where.
    pub fn counts(&self) -> Counts {
        self.run.counts()
    }

    /// Where each step is.
    pub fn states(&self) -> &[State] {
        self.run.states()
    }

    /// How many steps are on their way.
    pub fn flying(&self) -> usize {
        self.run.flying()
    }

    /// What the run is told of a step that failed: only where it has ended has it failed for good.
    pub fn failed(&mut self, step: usize, error: &Error) -> Answer {
        let (hindrance, most) = match error.cause {
            Cause::TooMany(seconds) => return Answer::NotYet(Hindrance::SlowDown(seconds)),
            Cause::Server => (Some(Hindrance::Unavailable(None)), self.patience.failing),
            _ => (hindrance(error), self.patience.absent),
        };
        let tries = self.tries.entry(step).or_default();
        if let Some(hindrance) = hindrance.filter(|_| *tries < most) {
            *tries += 1;
            return Answer::NotYet(hindrance);
        }
        // A person may ask for it again.
        self.tries.remove(&step);
        if error.cause.concerns_all() {
            self.error = Some(error.clone());
            return Answer::NotYetForAll;
        }
        Answer::Ended(plan::Ending::Failed)
    }

    /// Takes what happens at `now`, in epoch milliseconds, and says what to do.
    pub fn handle(&mut self, events: Vec<Event>, now: f64) -> Vec<Command> {
        let mut commands = Vec::new();
        for event in events {
            if event == Event::Continue {
                self.error = None;
            }
            commands.extend(self.run.handle(event, now));
        }
        if commands.iter().any(|command| matches!(command, Command::WakeAt(_))) {
            self.counted = now;
        }
        commands
    }
}

fn run_of(total: usize) -> Run {
    let all: Vec<usize> = (0..total).collect();
    Run::new(total, &all, &[], AT_A_TIME)
}

/// Who asks for the steps of a run that reads, and keeps its time; copies are the same.
pub trait Asks: Copy + 'static {
    /// Sends this step.
    fn ask(self, step: usize);

    /// Until when the run waits, in epoch milliseconds.
    fn waits_until(self) -> Option<f64>;

    /// Tells the run that it is `now`, in epoch milliseconds.
    fn tick(self, now: f64);
}

/// Does what a run said at `now`, in epoch milliseconds.
pub fn obey(asks: impl Asks, commands: Vec<Command>, now: f64) {
    for command in commands {
        match command {
            // To read again is all that these steps do.
            Command::Send(step) | Command::ReadBack(step) => asks.ask(step),
            Command::WakeAt(at) => {
                // Second by second, so that people see how long it takes.
                let next = at.min(now + SECOND);
                let tick = move || {
                    // It may wait for another moment by now, or not any more.
                    if asks.waits_until() == Some(at) {
                        asks.tick(next);
                    }
                };
                leptos::prelude::set_timeout(tick, Duration::from_millis((next - now) as u64));
            }
        }
    }
}
