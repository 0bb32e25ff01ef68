//! What came of a plan, to be kept: as JSON, as CSV, and between two loads of the page. Never with a secret.

use super::events::{Ending, State};
use super::step::Step;
use crate::edit::Action;
use crate::form::Change;
use crate::text::pasted::without_credentials;
use serde_json::{Value, json};

/// The version of the JSON; see docs/plans.md.
const VERSION: u64 = 1;

/// A plan and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The plan's title.
    pub title: String,
    /// The address of the server that it changes.
    pub server: String,
    /// When its run began, in epoch milliseconds; `None` before it did.
    pub began_at: Option<f64>,
    /// Its steps, in the order of the plan.
    pub steps: Vec<Reported>,
}

/// A step and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reported {
    /// The step.
    pub step: Step,
    /// Where it is.
    pub state: State,
    /// What came of it in a word or two; may be empty.
    pub word: String,
    /// What came of it in sentences; may be empty.
    pub sentence: String,
}

/// Each state with its word in files and its letter in [`letters`].
const STATES: [(State, &str, char); 9] = [
    (State::LeftOut, "left out", 'l'),
    (State::Waiting, "not sent", 'w'),
    (State::UnderWay, "under way", 'u'),
    (State::Open, "being read back", 'o'),
    (State::ReadingBack, "being read back", 'b'),
    (State::Ended(Ending::Done), "done", 'd'),
    (State::Ended(Ending::Remarked), "done, but different", 'r'),
    (State::Ended(Ending::Failed), "failed", 'f'),
    (State::Ended(Ending::Unknown), "not known", 'n'),
];

const ACTIONS: [(Option<Action>, &str); 5] = [
    (None, "leave alone"),
    (Some(Action::Add), "add"),
    (Some(Action::Change), "change"),
    (Some(Action::Switch), "switch"),
    (Some(Action::Remove), "remove"),
];

/// All states in one text, a letter each, short enough to be kept at every step.
pub fn letters(states: &[State]) -> String {
    let letter = |state: &State| STATES.iter().find(|(other, ..)| other == state).map_or('w', |one| one.2);
    states.iter().map(letter).collect()
}

/// Reads [`letters`]; what is no letter of a state is what was not sent.
pub fn states(letters: &str) -> Vec<State> {
    let state = |letter| STATES.iter().find(|one| one.2 == letter).map_or(State::Waiting, |one| one.0);
    letters.chars().map(state).collect()
}

fn word_of(state: State) -> &'static str {
    STATES.iter().find(|(other, ..)| *other == state).map_or("", |one| one.1)
}

fn action_of(action: Option<Action>) -> &'static str {
    ACTIONS.iter().find(|(other, _)| *other == action).map_or("", |one| one.1)
}

impl Report {
    /// The report as JSON, in a stable order. `moment` writes epoch milliseconds as people and programs read them.
    pub fn to_json(&self, moment: &dyn Fn(f64) -> String) -> Value {
        let steps: Vec<Value> = self.steps.iter().map(Reported::to_json).collect();
        json!({
            "patchbay": "report",
            "version": VERSION,
            "title": self.title,
            "server": self.server,
            "began": self.began_at.map(moment),
            "steps": steps,
        })
    }

    /// Reads the JSON of [`Report::to_json`]; `None` for anything else. When it began is not read.
    pub fn read(json: &Value) -> Option<Self> {
        if json.get("patchbay")? != "report" || json.get("version")? != VERSION {
            return None;
        }
        let steps = json.get("steps")?.as_array()?.iter().map(Reported::read).collect::<Option<_>>()?;
        Some(Self { title: text(json, "title")?, server: text(json, "server")?, began_at: None, steps })
    }

    /// The report as CSV (RFC 4180), one line a step. A cell that a spreadsheet would take for a formula begins with an
    /// apostrophe.
    pub fn to_csv(&self) -> String {
        let mut csv = "key,name,place,action,changes,state,result,sentence\r\n".to_owned();
        for one in &self.steps {
            let changes: Vec<String> =
                one.step.changes.iter().map(|change| hidden(&in_words(change))).collect();
            let cells = [
                &one.step.key,
                &one.step.name,
                &one.step.place,
                action_of(one.step.action),
                &changes.join("\n"),
                word_of(one.state),
                &one.word,
                &one.sentence,
            ];
            csv.push_str(&cells.map(|text| cell(&hidden(text))).join(","));
            csv.push_str("\r\n");
        }
        csv
    }
}

/// Settings in which somebody wrote a secret in clear, and sentences of servers that repeat one.
fn hidden(text: &str) -> String {
    without_credentials(text).unwrap_or_else(|| text.to_owned())
}

fn in_words(change: &Change) -> String {
    if change.before.is_empty() {
        format!("{}: {}", change.label, change.after)
    } else {
        format!("{}: {} -> {}", change.label, change.before, change.after)
    }
}

fn cell(text: &str) -> String {
    let text = match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{text}"),
        _ => text.to_owned(),
    };
    let is_plain = !text.contains(['"', ',', '\n', '\r']);
    if is_plain { text } else { format!("\"{}\"", text.replace('"', "\"\"")) }
}

impl Reported {
    fn to_json(&self) -> Value {
        let change = |change: &Change| {
            let (before, after) = (hidden(&change.before), hidden(&change.after));
            json!({"key": change.key, "label": change.label, "before": before, "after": after})
        };
        let problems: Vec<String> = self.step.problems.iter().map(|one| hidden(one)).collect();
        json!({
            "key": self.step.key,
            "name": hidden(&self.step.name),
            "place": hidden(&self.step.place),
            "action": action_of(self.step.action),
            "changes": self.step.changes.iter().map(change).collect::<Vec<_>>(),
            "problems": problems,
            "state": word_of(self.state),
            "result": self.word,
            "sentence": hidden(&self.sentence),
        })
    }

    fn read(json: &Value) -> Option<Self> {
        let change = |json: &Value| {
            let [key, label] = ["key", "label"].map(|name| text(json, name));
            let [before, after] = ["before", "after"].map(|name| text(json, name));
            Some(Change { key: key?, label: label?, before: before?, after: after? })
        };
        let (action, state) = (text(json, "action")?, text(json, "state")?);
        let problems = json.get("problems")?.as_array()?.iter();
        Some(Self {
            step: Step {
                key: text(json, "key")?,
                name: text(json, "name")?,
                place: text(json, "place")?,
                action: ACTIONS.iter().find(|(_, word)| *word == action)?.0,
                changes: json.get("changes")?.as_array()?.iter().map(change).collect::<Option<_>>()?,
                problems: problems.map(|one| one.as_str().map(str::to_owned)).collect::<Option<_>>()?,
                notes: Vec::new(),
            },
            state: STATES.iter().find(|(_, word, _)| *word == state)?.0,
            word: text(json, "result")?,
            sentence: text(json, "sentence")?,
        })
    }
}

fn text(json: &Value, key: &str) -> Option<String> {
    json.get(key)?.as_str().map(str::to_owned)
}
