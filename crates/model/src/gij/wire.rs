//! Jira's responses, read in every format that the documents show.

pub use super::refusal::{NO_REASON, Refusal};

use super::brief::each;
use super::integration::Integration;
use super::secrets::strip_secrets;
use crate::listed::{Listed, Odd};
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

/// Reads the response to "Retrieve Integration List": `integrations`, `integration`, or a bare array. An item that cannot
/// be read does not hide the others.
///
/// # Errors
/// [`WireError`] if Jira refused the request, or if the response has an unknown format.
pub fn list(answer: Value) -> Result<Listed<Integration>, WireError> {
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
    Ok(Listed::of(items, read))
}

/// The same for the usual text of that response, one integration after the other, with rests between them. `None` for
/// whatever is out of the ordinary: [`list`] then says what it is.
pub async fn list_in_slices(text: &str, rest: &mut impl AsyncFnMut()) -> Option<Listed<Integration>> {
    let mut written = Vec::new();
    each(text, &mut |scan| {
        written.push(scan.value()?);
        Some(())
    })?;
    rest().await;
    let mut listed = Listed { read: Vec::with_capacity(written.len()), odd: Vec::new() };
    for one in written {
        match read(serde_json::from_str(one).ok()?) {
            Ok(one) => listed.read.push(one),
            Err(odd) => listed.odd.push(odd),
        }
        rest().await;
    }
    Some(listed)
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
            let several = Listed::of(items, read);
            let found = several.read.into_iter().find(|one| id.is_none_or(|id| one.id == id));
            // Of several, the odd one may be the one that was asked for.
            let why = several.odd.into_iter().next().map(|odd| WireError::Shape(odd.why));
            found.ok_or_else(|| why.unwrap_or_else(|| shape("the requested integration")))
        }
        one => read(one).map_err(|odd| WireError::Shape(odd.why)),
    }
}

fn read(value: Value) -> Result<Integration, Odd> {
    match value {
        Value::Object(settings) => Integration::read_or_give_back(settings),
        other => Err(Odd::new(lacks("an integration"), other, strip_secrets)),
    }
}

fn shape(what: &str) -> WireError {
    WireError::Shape(lacks(what))
}

fn lacks(what: &str) -> String {
    format!("Jira’s response does not contain {what}.")
}
