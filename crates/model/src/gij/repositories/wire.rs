//! Jira's answers about repositories, in every shape that the documents show.

use super::repository::Repository;
use crate::gij::secrets::strip_secrets;
use crate::gij::wire::{WireError, accepted};
use crate::listed::{Listed, Odd};
use serde_json::Value;

const MANY: &str = "Jira’s response does not contain a list of repositories.";
const ONE: &str = "Jira’s response does not contain the requested repository.";

/// Reads the response to "Retrieve Repository List": `repositories`, or a bare array. An older state of that document shows
/// the list as `integrations`. An item that cannot be read does not hide the others.
///
/// # Errors
/// [`WireError`] if Jira refused the request, or if the response has an unknown format.
pub fn read_repositories(answer: Value) -> Result<Listed<Repository>, WireError> {
    accepted(&answer)?;
    let items = match answer {
        Value::Array(items) => Some(items),
        Value::Object(mut answer) => {
            let names = ["repositories", "repository", "integrations", "integration"];
            match names.into_iter().find_map(|name| answer.remove(name)) {
                Some(Value::Array(items)) => Some(items),
                Some(one @ Value::Object(_)) => Some(vec![one]),
                Some(Value::Null) => Some(Vec::new()),
                Some(_) | None => None,
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    };
    items.map(|items| Listed::of(items, read)).ok_or_else(|| WireError::Shape(MANY.to_owned()))
}

/// Reads the response to "Add New Repository" and "Update Existing Repository", which is the bare repository; also where it
/// is inside `repository`. Of several, gives the one with `id`.
///
/// # Errors
/// [`WireError`] if Jira refused the request, or if the response contains no such repository.
pub fn read_repository(answer: Value, id: Option<u64>) -> Result<Repository, WireError> {
    accepted(&answer)?;
    let inner = match answer {
        Value::Object(mut answer) if !answer.contains_key("id") => {
            answer.remove("repository").or_else(|| answer.remove("repositories")).unwrap_or_default()
        }
        other => other,
    };
    let items = match inner {
        Value::Array(items) => items,
        one => vec![one],
    };
    let found =
        items.into_iter().filter_map(|one| read(one).ok()).find(|one| id.is_none_or(|id| one.id == id));
    found.ok_or_else(|| WireError::Shape(ONE.to_owned()))
}

fn read(value: Value) -> Result<Repository, Odd> {
    match value {
        Value::Object(settings) => Repository::read_or_give_back(settings),
        other => Err(Odd::new("Jira’s response does not contain a repository.", other, strip_secrets)),
    }
}
