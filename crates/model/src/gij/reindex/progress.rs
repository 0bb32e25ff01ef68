//! How far indexing is, in both shapes that the documents show.

use super::started::{flag, thread};
use crate::gij::integration::moment;
use crate::gij::wire::{Refusal, WireError, success};
use serde_json::{Map, Value};

/// One thing that Jira does, or did, while it indexes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Indexed {
    /// What it says, such as “Indexing test-repo”. With details where Jira has any.
    pub text: String,
    /// How much of it is done, in percent from 0 to 100; `None` if Jira does not say.
    pub percent: Option<u8>,
    /// Whether it failed.
    pub is_error: bool,
    /// When it was said, in epoch milliseconds; `None` if Jira does not say.
    pub at: Option<f64>,
}

/// How far a run is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReindexProgress {
    /// Whether it is over.
    pub finished: bool,
    /// `success`, where Jira sends it. A run may be over and have failed.
    pub success: Option<bool>,
    /// The thread that does it; `None` if Jira names none.
    pub thread: Option<String>,
    /// What it does and did, in Jira's order, without what failed.
    pub messages: Vec<Indexed>,
    /// What failed, in Jira's words and order.
    pub errors: Vec<Indexed>,
    /// How many failed: the count that Jira sends, where it is larger than what it lists.
    pub errors_count: u64,
    /// How much of the whole run is done, in percent from 0 to 100: `completionPercentage`, else `lastOperationPercent`,
    /// which is that of the last operation only; `None` if Jira does not say.
    pub percent: Option<u8>,
}

impl ReindexProgress {
    /// Whether it is over without an error.
    pub fn went_well(&self) -> bool {
        self.finished && self.errors_count == 0 && self.success != Some(false)
    }

    /// Whether it is over with an error.
    pub fn has_failed(&self) -> bool {
        self.finished && !self.went_well()
    }
}

/// Reads the response to "Reindex GET API": `messages` as an object of texts and percentages with `errors`, or, as the
/// Java API has it, as a list of objects with `message`, `error`, `details` and `insertionTime`.
///
/// # Errors
/// [`WireError`] if Jira refused the request, or if the response tells nothing of a run.
pub fn read_progress(answer: &Value) -> Result<ReindexProgress, WireError> {
    let named = ["finished", "messages", "completionPercentage", "lastOperationPercent"];
    let tells = named.iter().any(|name| answer.get(name).is_some_and(|value| !value.is_null()));
    let success = success(answer);
    if !tells && success == Some(false) {
        return Err(WireError::Refused(Refusal::read(answer)));
    }
    if !tells {
        return Err(WireError::Shape("Jira’s response does not say how far indexing is.".to_owned()));
    }
    let mut said = entries(answer.get("messages"), false);
    said.extend(entries(answer.get("errors"), true));
    // A run that failed as a whole says so beside them.
    let alone = Refusal::read(&Value::Object(alone(answer)));
    if !alone.error.is_empty() {
        said.push(Indexed { text: alone.to_string(), is_error: true, ..Indexed::default() });
    }
    let (errors, messages): (Vec<_>, Vec<_>) = said.into_iter().partition(|one| one.is_error);
    let counted = answer.get("errorsCount").and_then(Value::as_u64).unwrap_or(0);
    Ok(ReindexProgress {
        finished: flag(answer, "finished").unwrap_or(false),
        success,
        thread: thread(answer),
        errors_count: counted.max(errors.len() as u64),
        messages,
        errors,
        percent: ["completionPercentage", "lastOperationPercent"]
            .iter()
            .find_map(|name| percent(answer.get(name)?)),
    })
}

/// What is said beside the messages.
fn alone(answer: &Value) -> Map<String, Value> {
    let text = |name: &str| answer.get(name).filter(|value| value.is_string()).cloned();
    ["error", "advice"].iter().filter_map(|name| Some(((*name).to_owned(), text(name)?))).collect()
}

fn entries(value: Option<&Value>, are_errors: bool) -> Vec<Indexed> {
    match value {
        Some(Value::Object(map)) => map.iter().map(|(text, value)| pair(text, value, are_errors)).collect(),
        Some(Value::Array(items)) => items.iter().filter_map(|item| entry(item, are_errors)).collect(),
        Some(Value::String(text)) if !text.trim().is_empty() => {
            vec![Indexed { text: text.trim().to_owned(), is_error: are_errors, ..Indexed::default() }]
        }
        _ => Vec::new(),
    }
}

/// A text with its percentage, or an error with its reason.
fn pair(text: &str, value: &Value, is_error: bool) -> Indexed {
    let reason =
        value.as_str().map(str::trim).filter(|reason| !reason.is_empty() && percent(value).is_none());
    let text = match reason {
        Some(reason) => format!("{}: {reason}", text.trim()),
        None => text.trim().to_owned(),
    };
    Indexed { text, percent: percent(value), is_error, at: None }
}

fn entry(item: &Value, is_error: bool) -> Option<Indexed> {
    if let Value::String(text) = item {
        let text = text.trim().to_owned();
        return (!text.is_empty()).then(|| Indexed { text, is_error, ..Indexed::default() });
    }
    let text =
        |name: &str| item.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
    // A flag on one page, and a text where a server says what went wrong.
    let flag = flag(item, "error");
    let error = text("error").filter(|_| flag.is_none());
    let said: Vec<&str> = [text("message"), error, text("details")].into_iter().flatten().collect();
    let failed = is_error || error.is_some() || flag.unwrap_or(false);
    (!said.is_empty()).then(|| Indexed {
        text: said.join(" "),
        percent: ["percent", "prcntInteger", "prcntDouble"].iter().find_map(|name| percent(item.get(name)?)),
        is_error: failed,
        at: item.get("insertionTime").and_then(moment),
    })
}

fn percent(value: &Value) -> Option<u8> {
    let number = match value {
        // As a whole number: reading fractions from text would add tables to the download.
        Value::String(text) => {
            let whole = text.trim().trim_end_matches('%').split('.').next().unwrap_or_default();
            f64::from(whole.trim().parse::<u32>().ok()?)
        }
        value => value.as_f64()?,
    };
    Some(number.clamp(0.0, 100.0) as u8)
}
