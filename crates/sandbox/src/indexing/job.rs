//! One entry of the queue: what is indexed, how far it is, what was said.

use std::collections::VecDeque;

use super::step::Step;

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Every enabled integration, and what was added on its own.
    Everything,
    /// An integration: its host is scanned, then each of its repositories is indexed.
    Integration(i64),
    /// A repository, and the integration that tracks it.
    Repository(i64, Option<i64>),
}

impl Target {
    /// Whether a question about this number is about it.
    pub(super) fn concerns(self, id: i64) -> bool {
        match self {
            Self::Everything => true,
            Self::Integration(own) => own == id,
            Self::Repository(own, integration) => own == id || integration == Some(id),
        }
    }
}

/// Where a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Queued,
    Running,
    Over,
}

/// A step that is under way.
pub(super) struct Current {
    pub(super) step: Step,
    pub(super) began_at: i64,
    pub(super) ends_at: i64,
}

pub(super) struct Job {
    /// As it is answered while it runs ("Reindex GET API").
    pub(super) number: u64,
    /// As it is answered when it is queued ("Reindex POST API").
    pub(super) thread: String,
    pub(super) target: Target,
    pub(super) priority: i64,
    pub(super) queued_at: i64,
    pub(super) phase: Phase,
    pub(super) current: Option<Current>,
    pub(super) left: VecDeque<Step>,
    /// What was done, and why it failed.
    pub(super) said: Vec<(String, Option<String>)>,
}

/// So many of the newest messages are answered. Errors are all there.
const MESSAGES: usize = 50;

/// What is answered about jobs.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Progress {
    pub(crate) finished: bool,
    pub(crate) number: Option<u64>,
    /// Each with how much of it is done, in percent.
    pub(crate) messages: Vec<(String, f64)>,
    pub(crate) errors: Vec<(String, String)>,
    pub(crate) last_percent: f64,
}

impl Job {
    pub(super) fn new(number: u64, target: Target, priority: i64, now: i64) -> Self {
        let mixed = (number ^ now.unsigned_abs()).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let thread = format!(
            "{:08x}-{:04x}-4{:03x}-8{:03x}-{number:012x}",
            mixed >> 32,
            mixed >> 16 & 0xffff,
            mixed >> 8 & 0xfff,
            mixed & 0xfff
        );
        let (current, left, said) = (None, VecDeque::new(), Vec::new());
        Self { number, thread, target, priority, queued_at: now, phase: Phase::Queued, current, left, said }
    }

    /// Adds what is known of it at the time `now`.
    pub(super) fn tell(&self, progress: &mut Progress, now: i64) {
        progress.number = Some(self.number);
        progress.finished &= self.phase == Phase::Over;
        for (text, fault) in &self.said {
            progress.errors.extend(fault.as_ref().map(|fault| (text.clone(), fault.clone())));
        }
        for (text, _) in &self.said[self.said.len().saturating_sub(MESSAGES)..] {
            progress.messages.push((text.clone(), 100.0));
            progress.last_percent = 100.0;
        }
        if let Some(current) = &self.current {
            let (done, whole) = (now - current.began_at, current.ends_at - current.began_at);
            let percent = (done as f64 * 100.0 / whole.max(1) as f64).clamp(0.0, 100.0).floor();
            progress.messages.push((current.step.text(), percent));
            progress.last_percent = percent;
        }
    }
}
