//! Carries out one step of a plan: what a form or a switch does for one integration.

use super::told::{Told, concerns_all};
use crate::api::jira::JIRA;
use crate::api::{Cause, Error, Found, Record, Resource, Server};
use crate::edit::jira::JiraRules;
use crate::edit::{Attempt, Ended, Goal, Operation};
use crate::store::Inventory;
use crate::store::work::{self, Verb};
use leptos::prelude::untrack;
use patchbay_model::edit::Verdict;
use patchbay_model::gij::plan::{Planned, Work, came_of};
use patchbay_model::gij::schema;
use patchbay_model::plan::{Answer, Ending, Hindrance, Step};
use patchbay_model::{Mode, Object, Project};
use std::sync::Arc;

/// A step that may have been done: what reads it back.
pub enum Held {
    /// Settings.
    Settings(Box<Attempt>, Option<bool>),
    /// Enabling, disabling or removing, and its name for people.
    Operation(Box<Operation>, Goal, String),
}

/// What came of a step for now.
pub struct Carried {
    /// What the run is told.
    pub answer: Answer,
    /// What a person is told.
    pub told: Told,
    /// What Jira has now, as far as it was read.
    pub now: Option<Record>,
    /// What reads it back, where that can tell more.
    pub held: Option<Held>,
    /// Whether Jira does not have it any more, or is removing it.
    pub is_gone: bool,
}

/// Where it is done.
#[derive(Clone, Copy)]
pub struct Place {
    /// The Jira.
    pub server: Server,
    /// What was read of it.
    pub inventory: Inventory,
}

/// Sends a step. `None` where there is nothing to send, or something else is under way with the integration.
pub async fn send(place: Place, planned: Planned) -> Option<Carried> {
    let id = planned.opened.as_ref().map(|opened| opened.id);
    let resource = Resource::Jira { server: place.server, id };
    let name = planned.step.name;
    let _under_way = work::begin(&resource, verb(planned.work.as_ref()?))?;
    Some(match planned.work? {
        Work::Switch { on } => operate(&name, resource, if on { Goal::On } else { Goal::Off }).await,
        Work::Remove { delete_files } => operate(&name, resource, Goal::Gone { delete_files }).await,
        Work::Add { kind, values } => {
            let schema = Arc::new(schema(&kind, Mode::Create, &Object::new()));
            let before = Arc::new(schema.defaults());
            let rules = Arc::new(JiraRules::new(kind, place.inventory));
            let attempt = Attempt::new(rules, resource, schema, before, values, None);
            attempt_of(attempt, None).await
        }
        Work::Change { values, switch } => {
            let opened = planned.opened?;
            let schema = Arc::new(schema(&opened.kind, Mode::Edit, &opened.settings));
            let before = Arc::new(schema.read(&opened.settings));
            let rules = Arc::new(JiraRules::new(opened.kind.clone(), place.inventory));
            let opened = Some(Record::Jira(opened));
            let attempt = Attempt::new(rules, resource, schema, before, values, opened);
            attempt_of(attempt, switch).await
        }
    })
}

/// Reads back what came of a step.
pub async fn read_back(held: Held) -> Carried {
    match held {
        Held::Settings(mut attempt, switch) => {
            let verdict = attempt.look_again().await;
            judged(*attempt, verdict, switch).await
        }
        Held::Operation(operation, goal, name) => ended(&name, goal, operation.run().await),
    }
}

/// Finds out what came of a step that was under way when the page was reloaded.
pub async fn find_out(place: Place, step: &Step) -> Carried {
    let id = step.key.trim_start_matches('#').parse().ok();
    let resource = Resource::Jira { server: place.server, id };
    let found = JIRA.read(&resource).await;
    let projects = untrack(|| place.inventory.known_projects());
    let judge = |now| came_of(step, now, &|id| Project::key_of(&projects, id));
    let (ending, now) = match found {
        Ok(Found::Present(Record::Jira(now))) => (judge(Some(&now)), Some(Record::Jira(now))),
        Ok(_) => (judge(None), None),
        Err(error) => {
            let told = Told { error: Some(error.clone()), ..Told::read_back(Ending::Unknown) };
            let answer = Answer::Open(hindrance(&error));
            return Carried { answer, told, now: None, held: None, is_gone: false };
        }
    };
    let told = Told::read_back(ending);
    let is_gone = now.is_none() && id.is_some();
    Carried { answer: Answer::Ended(ending), told, now, held: None, is_gone }
}

fn verb(work: &Work) -> Verb {
    match work {
        Work::Add { .. } | Work::Change { .. } => Verb::Saving,
        Work::Switch { on: true } => Verb::Enabling,
        Work::Switch { on: false } => Verb::Disabling,
        Work::Remove { .. } => Verb::Removing,
    }
}

async fn attempt_of(mut attempt: Attempt, switch: Option<bool>) -> Carried {
    let verdict = attempt.run().await;
    judged(attempt, verdict, switch).await
}

/// What is told of settings; after them, it is enabled or disabled.
async fn judged(attempt: Attempt, verdict: Verdict, switch: Option<bool>) -> Carried {
    let told = Told::of_attempt(&attempt, verdict);
    if let (Verdict::Saved, Some(on)) = (verdict, switch) {
        let goal = if on { Goal::On } else { Goal::Off };
        let switched = operate(&attempt.name(), attempt.resource.clone(), goal).await;
        // That the settings differ from what was asked is not forgotten over the rest.
        let answer = match switched.answer {
            Answer::Ended(Ending::Done) if !attempt.readback.is_as_asked() => Answer::Ended(Ending::Remarked),
            answer => answer,
        };
        return Carried { answer, told: told.and(switched.told), ..switched };
    }
    let error = attempt.error.as_ref();
    // Only secrets were sent, which no server shows: reading again cannot tell more. A server that says that it is busy
    // has done nothing.
    let is_blind = attempt.now.is_some();
    let answer = match verdict {
        Verdict::Saved if attempt.readback.is_as_asked() => Answer::Ended(Ending::Done),
        Verdict::Saved => Answer::Ended(Ending::Remarked),
        Verdict::Ignored if attempt.readback.ignored.is_empty() => Answer::Ended(Ending::Remarked),
        Verdict::Ignored if attempt.base.is_some() && attempt.base == attempt.now => {
            Answer::Ended(Ending::Failed)
        }
        Verdict::Ignored => Answer::Ended(Ending::Remarked),
        Verdict::Unknown | Verdict::Unverified => match error.and_then(said_busy).filter(|_| is_blind) {
            Some(hindrance) => Answer::NotYet(hindrance),
            None if is_blind => Answer::Ended(Ending::Unknown),
            None => Answer::Open(attempt.unread.as_ref().and_then(hindrance)),
        },
        other => failed(other, error),
    };
    let now = attempt.now.clone().or_else(|| attempt.base.clone());
    let is_gone = verdict == Verdict::Gone;
    let held = matches!(answer, Answer::Open(_)).then(|| Held::Settings(Box::new(attempt), switch));
    Carried { answer, told, now, held, is_gone }
}

async fn operate(name: &str, resource: Resource, goal: Goal) -> Carried {
    let operation = Operation::new(JIRA, resource, goal);
    let operation = match goal {
        Goal::Gone { .. } => operation.confirmed_as(name.to_owned()),
        Goal::On | Goal::Off => operation,
    };
    ended(name, goal, operation.run().await)
}

fn ended(name: &str, goal: Goal, ended: Ended) -> Carried {
    let told = Told::of_operation(name, goal, &ended);
    let error = ended.error.as_ref();
    let answer = match ended.verdict {
        Verdict::Saved => Answer::Ended(Ending::Done),
        Verdict::Unknown | Verdict::Unverified => Answer::Open(ended.unread.as_ref().and_then(hindrance)),
        other => failed(other, error),
    };
    let is_gone = ended.verdict == Verdict::Gone
        || (ended.verdict == Verdict::Saved && matches!(goal, Goal::Gone { .. }));
    let held = matches!(answer, Answer::Open(_))
        .then(|| Held::Operation(Box::new(ended.operation), goal, name.to_owned()));
    Carried { answer, told, now: ended.now, held, is_gone }
}

/// Of what was not done.
fn failed(verdict: Verdict, error: Option<&Error>) -> Answer {
    match error {
        Some(error) if matches!(verdict, Verdict::Failed | Verdict::NotDone) => match hindrance(error) {
            Some(hindrance) => Answer::NotYet(hindrance),
            None if concerns_all(error) => Answer::EndedForAll,
            None => Answer::Ended(Ending::Failed),
        },
        _ => Answer::Ended(Ending::Failed),
    }
}

/// What keeps a request from being answered, if it passes.
pub fn hindrance(error: &Error) -> Option<Hindrance> {
    match error.cause {
        Cause::Offline | Cause::TimedOut => Some(Hindrance::Unreachable),
        _ => said_busy(error),
    }
}

/// That the server said that it did nothing, because it is busy.
fn said_busy(error: &Error) -> Option<Hindrance> {
    match error.cause {
        Cause::TooMany(seconds) => Some(Hindrance::SlowDown(seconds)),
        Cause::Unavailable(seconds) => Some(Hindrance::Unavailable(seconds)),
        _ => None,
    }
}
