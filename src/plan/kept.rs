//! What is known of a run survives a reload of the page: the report so far, without secrets, in the tab's own storage.

use super::told::Told;
use crate::api::Server;
use crate::browser::{dates, storage};
use patchbay_model::plan::report::{letters, states};
use patchbay_model::plan::{Ending, Report, Run, State};
use serde_json::{Value, json};

/// The plan as it was when its run began.
const PLAN: &str = "plan";
/// Where each step is, a letter each: written before a step is sent.
const STATES: &str = "plan.states";
/// What came of those that are not just done.
const SAID: &str = "plan.said";

/// Keeps the plan, when its run begins.
pub fn begin(report: &Report) {
    let mut json = report.to_json(&dates::machine);
    json["began_ms"] = json!(report.began_at);
    storage::keep(PLAN, &json.to_string());
    storage::forget(SAID);
    keep_states(&report.steps.iter().map(|one| one.state).collect::<Vec<_>>());
}

/// Keeps where each step is.
pub fn keep_states(states: &[State]) {
    storage::keep(STATES, &letters(states));
}

/// Keeps what was said of those that are not just done.
pub fn keep_said(states: &[State], results: &[Option<Told>]) {
    let is_good = |at: usize| states.get(at) == Some(&State::Ended(Ending::Done));
    let said = results.iter().enumerate().filter(|(at, _)| !is_good(*at)).filter_map(|(at, told)| {
        let told = told.as_ref()?;
        Some(json!([at, told.word, told.sentence]))
    });
    storage::keep(SAID, &said.collect::<Value>().to_string());
}

/// Forgets it.
pub fn forget() {
    [PLAN, STATES, SAID].into_iter().for_each(storage::forget);
}

/// A plan as it was left when the page was reloaded.
pub struct Kept {
    /// Its report.
    pub report: Report,
    /// Where each step is.
    pub run: Run,
}

/// The plan of this server that was running when the page was reloaded, if there was one.
pub fn read(server: Server) -> Option<Kept> {
    let json: Value = serde_json::from_str(&storage::kept(PLAN)?).ok()?;
    let mut report = Report::read(&json).filter(|report| report.server == server.url(""))?;
    report.began_at = json.get("began_ms").and_then(Value::as_f64);
    let mut states = states(&storage::kept(STATES)?);
    states.resize(report.steps.len(), State::Waiting);
    for (one, state) in report.steps.iter_mut().zip(&states) {
        one.state = *state;
    }
    let said: Value =
        storage::kept(SAID).and_then(|said| serde_json::from_str(&said).ok()).unwrap_or_default();
    for one in said.as_array().into_iter().flatten() {
        let at = one.get(0).and_then(Value::as_u64).and_then(|at| usize::try_from(at).ok());
        let step = at.and_then(|at| report.steps.get_mut(at));
        // It may have been tried again since, and done.
        let Some(step) = step.filter(|step| step.state != State::Ended(Ending::Done)) else { continue };
        let text = |at: usize| one.get(at).and_then(Value::as_str).unwrap_or_default().to_owned();
        (step.word, step.sentence) = (text(1), text(2));
    }
    Some(Kept { report, run: Run::restored(states) })
}
