//! The run that reads one integration of many projects and groups: the machine of plans, with steps that only read. It knows
//! no page, network or clock.

use super::settings::Settings;
use crate::api::{Error, Found, Record};
use crate::pages::fleet::reading::{PATIENCE, lasts};
use crate::plan::ReadingRun;
use patchbay_model::gitlab::Target;
use patchbay_model::plan::{Answer, Ending, Event};
use std::collections::{HashMap, HashSet};

/// What is asked for, and what was found.
pub struct Comparing {
    /// The integration.
    pub slug: String,
    /// What was read.
    pub settings: Settings,
    /// Why reading the one with this key failed.
    pub failed: HashMap<u64, Error>,
    /// How far it is.
    pub run: ReadingRun,
    /// What each step reads, by its key.
    keys: Vec<u64>,
    known: HashSet<u64>,
}

impl Comparing {
    /// Nothing is read yet.
    pub fn new(slug: &str, target: Target) -> Self {
        Self {
            slug: slug.to_owned(),
            settings: Settings::new(slug, target),
            failed: HashMap::new(),
            run: ReadingRun::new(0, PATIENCE),
            keys: Vec::new(),
            known: HashSet::new(),
        }
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

    /// Asks again for those that failed for a cause that may pass.
    pub fn retry(&mut self) -> Vec<Event> {
        let passing: Vec<u64> =
            self.failed.iter().filter(|(_, error)| !lasts(&error.cause)).map(|(key, _)| *key).collect();
        let steps = self.keys.iter().enumerate().filter(|(_, key)| passing.contains(key));
        let steps: Vec<usize> = steps.map(|(step, _)| step).collect();
        for key in passing {
            self.failed.remove(&key);
        }
        vec![Event::Retry(steps)]
    }

    /// Takes what came of a step, and says what happened to the run.
    pub fn take(&mut self, step: usize, answer: Result<Found, Error>) -> Vec<Event> {
        let Some(key) = self.key(step) else { return Vec::new() };
        vec![Event::Answered(step, self.judged(step, key, answer))]
    }

    fn judged(&mut self, step: usize, key: u64, answer: Result<Found, Error>) -> Answer {
        match answer {
            Ok(found) => {
                // Somebody disabled it meanwhile where there is none.
                if let Found::Present(Record::GitLab(integration)) = found {
                    self.settings.take(key, &integration);
                }
                Answer::Ended(Ending::Done)
            }
            Err(error) => {
                let answer = self.run.failed(step, &error);
                if matches!(answer, Answer::Ended(_)) {
                    self.failed.insert(key, error);
                }
                answer
            }
        }
    }
}
