//! What both vendors do alike with one step of a plan: what a form or a switch does for one resource.

use super::told::{Told, concerns_all};
use crate::api::{Cause, Endpoints, Error, Record, Resource, Server};
use crate::edit::{Attempt, Ended, Goal, Operation};
use patchbay_model::edit::Verdict;
use patchbay_model::plan::{Answer, Ending, Hindrance};

/// A step that may have been done: what reads it back.
pub enum Held {
    /// Settings, and whether it is enabled or disabled after them, by these requests.
    Settings(&'static dyn Endpoints, Box<Attempt>, Option<bool>),
    /// Enabling, disabling or removing, and its name for people.
    Operation(Box<Operation>, Goal, String),
}

/// What came of a step for now.
pub struct Carried {
    /// What the run is told.
    pub answer: Answer,
    /// What a person is told.
    pub told: Told,
    /// What the server has now, as far as it was read.
    pub now: Option<Record>,
    /// What reads it back, where that can tell more.
    pub held: Option<Held>,
    /// Whether the server does not have it any more, or is removing it.
    pub is_gone: bool,
}

/// Reads back what came of a step.
pub async fn read_back(held: Held) -> Carried {
    match held {
        Held::Settings(endpoints, mut attempt, switch) => {
            let verdict = attempt.look_again().await;
            judged(endpoints, *attempt, verdict, switch).await
        }
        Held::Operation(operation, goal, name) => ended(&name, goal, operation.run().await),
    }
}

/// What was read of a step that was under way when the page was reloaded, and how it is judged.
pub fn found_out(ending: Ending, server: Server, now: Option<Record>, is_gone: bool) -> Carried {
    let told = Told::read_back(ending, server.vendor());
    Carried { answer: Answer::Ended(ending), told, now, held: None, is_gone }
}

/// That it could not be read.
pub fn not_found_out(error: Error) -> Carried {
    let answer = Answer::Open(hindrance(&error));
    let told = Told { error: Some(error.clone()), ..Told::read_back(Ending::Unknown, error.server.vendor()) };
    Carried { answer, told, now: None, held: None, is_gone: false }
}

/// Carries out an attempt to change settings; after them, it is enabled or disabled where `switch` says so.
pub async fn attempt_of(
    endpoints: &'static dyn Endpoints,
    mut attempt: Attempt,
    switch: Option<bool>,
) -> Carried {
    let verdict = attempt.run().await;
    judged(endpoints, attempt, verdict, switch).await
}

/// What is told of settings; after them, it is enabled or disabled.
async fn judged(
    endpoints: &'static dyn Endpoints,
    attempt: Attempt,
    verdict: Verdict,
    switch: Option<bool>,
) -> Carried {
    let told = Told::of_attempt(&attempt, verdict);
    if let (Verdict::Saved, Some(on)) = (verdict, switch) {
        let goal = if on { Goal::On } else { Goal::Off };
        let switched = operate(endpoints, &attempt.name(), attempt.resource.clone(), goal).await;
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
        // For a person to decide, who looks at the list.
        late if attempt.may_be_added_late(late) => Answer::Ended(Ending::Failed),
        other => failed(other, error),
    };
    let now = attempt.now.clone().or_else(|| attempt.base.clone());
    let is_gone = verdict == Verdict::Gone;
    let held =
        matches!(answer, Answer::Open(_)).then(|| Held::Settings(endpoints, Box::new(attempt), switch));
    Carried { answer, told, now, held, is_gone }
}

/// Enables, disables or removes.
pub async fn operate(
    endpoints: &'static dyn Endpoints,
    name: &str,
    resource: Resource,
    goal: Goal,
) -> Carried {
    let operation = Operation::new(endpoints, resource, goal);
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
