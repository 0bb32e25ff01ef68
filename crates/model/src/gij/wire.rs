//! Jira's responses, read in every format that the documents show.

pub use super::refusal::{NO_REASON, Refusal};

use super::integration::Integration;
use crate::object::Object;
use serde_json::Value;

/// Why a response contains no integration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WireError {
    /// Jira refused the request: `success` is false.
    Refused(Refusal),
    /// The response has none of the documented formats. The sentence says what is missing.
    Shape(String),
}

/// The `success` flag: a boolean or text, depending on the endpoint; `None` if there is none.
pub fn success(answer: &Value) -> Option<bool> {
    match answer.get("success")? {
        Value::Bool(success) => Some(*success),
        Value::String(text) => Some(text.trim().eq_ignore_ascii_case("true")),
        _ => None,
    }
}

/// Checks that `success` is true or absent.
///
/// # Errors
/// [`WireError::Refused`] if `success` is false.
pub fn accepted(answer: &Value) -> Result<(), WireError> {
    match success(answer) {
        Some(false) => Err(WireError::Refused(Refusal::read(answer))),
        Some(true) | None => Ok(()),
    }
}

/// Reads the response to "Retrieve Integration List": `integrations`, `integration`, or a bare array.
///
/// # Errors
/// [`WireError`] if Jira refused the request, or if the response or one of its items has an unknown format.
pub fn list(answer: Value) -> Result<Vec<Integration>, WireError> {
    accepted(&answer)?;
    let items = match answer {
        Value::Array(items) => items,
        Value::Object(mut answer) => {
            match answer.remove("integrations").or_else(|| answer.remove("integration")) {
                Some(Value::Array(items)) => items,
                Some(one @ Value::Object(_)) => vec![one],
                Some(Value::Null) => Vec::new(),
                _ => return Err(shape("a list of integrations")),
            }
        }
        _ => return Err(shape("a list of integrations")),
    };
    items.into_iter().map(read).collect()
}

/// Reads the response to "Retrieve an Integration", "Add New Integration" and "Update Existing Integration": an object or
/// an array under `integration` or `integrations`, or either of them bare. Of several, gives the one with `id`.
///
/// # Errors
/// [`WireError`] if Jira refused the request, or if the response contains no such integration.
pub fn one(answer: Value, id: Option<u64>) -> Result<Integration, WireError> {
    accepted(&answer)?;
    let inner = match answer {
        Value::Object(mut answer) => {
            match answer.remove("integration").or_else(|| answer.remove("integrations")) {
                None if answer.contains_key("id") => Value::Object(answer),
                inner => inner.unwrap_or_default(),
            }
        }
        other => other,
    };
    match inner {
        Value::Array(items) => {
            let several = items.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
            several
                .into_iter()
                .find(|one| id.is_none_or(|id| one.id == id))
                .ok_or_else(|| shape("the requested integration"))
        }
        one => read(one),
    }
}

fn read(value: Value) -> Result<Integration, WireError> {
    let settings: Object = match value {
        Value::Object(settings) => settings,
        _ => return Err(shape("an integration")),
    };
    Integration::read(settings).map_err(WireError::Shape)
}

fn shape(what: &str) -> WireError {
    WireError::Shape(format!("Jira’s response does not contain {what}."))
}
