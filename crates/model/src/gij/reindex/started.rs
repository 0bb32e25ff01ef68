//! The answer to a request that starts indexing.

use crate::gij::wire::{WireError, accepted};
use serde_json::Value;

/// That indexing was started.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReindexStarted {
    /// Whether it is already finished. The example of the older `index` says so right away: only its progress tells.
    pub finished: bool,
    /// The thread that does it, for asking how far it is; `None` if Jira names none.
    pub thread: Option<String>,
}

/// Reads the response to "Reindex POST API" and to the older `index`.
///
/// # Errors
/// [`WireError`] if Jira refused the request, or if the response is no object.
pub fn read_started(answer: &Value) -> Result<ReindexStarted, WireError> {
    accepted(answer)?;
    if !answer.is_object() && !answer.is_null() {
        return Err(WireError::Shape("Jira’s response does not say that indexing was started.".to_owned()));
    }
    Ok(ReindexStarted { finished: flag(answer, "finished").unwrap_or(false), thread: thread(answer) })
}

/// The thread: a UUID as text, or a number, under the three names that the documents use.
pub(super) fn thread(answer: &Value) -> Option<String> {
    ["threadId", "threadID", "thread_id"].into_iter().find_map(|name| match answer.get(name)? {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    })
}

pub(super) fn flag(answer: &Value, name: &str) -> Option<bool> {
    crate::form::read_bool(answer.get(name)?)
}
