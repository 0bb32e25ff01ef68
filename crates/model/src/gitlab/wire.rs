//! GitLab's responses, read so that absent, null and unknown values do no harm.

pub use super::refusal::{NO_DEFAULT, NO_REASON, NOT_ACCEPTED, Refusal, not_sent};

use super::home::Home;
use super::integration::Integration;
use super::secrets::strip_secrets;
use super::target::Level;
use crate::listed::{Listed, Odd};
use serde_json::Value;
use std::fmt;

/// Why a response could not be read: a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape(pub String);

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Shape {}

/// Reads the response to "List all active integrations". It has flags, but no properties.
///
/// # Errors
/// [`Shape`] if the response is not an array. An item that cannot be read does not hide the others.
pub fn list(answer: Value) -> Result<Listed<Integration>, Shape> {
    Ok(Listed::of(items(answer, "a list of integrations")?, read))
}

/// Reads the response to a GET or PUT of one integration.
///
/// # Errors
/// [`Shape`] if it is not an integration.
pub fn one(answer: Value) -> Result<Integration, Shape> {
    read(answer).map_err(|odd| Shape(odd.why))
}

fn read(answer: Value) -> Result<Integration, Odd> {
    match answer {
        Value::Object(answer) => Integration::read(answer),
        other => Err(Odd::new(shape("an integration").0, other, strip_secrets)),
    }
}

/// Reads an array of projects, or of groups. One without a numeric id cannot be opened.
///
/// # Errors
/// [`Shape`] if the response is not an array.
pub fn homes(answer: Value, level: Level) -> Result<Listed<Home>, Shape> {
    let (what, why) = match level {
        Level::Project => ("a list of projects", "GitLab sent a project without a numeric id."),
        Level::Group => ("a list of groups", "GitLab sent a group without a numeric id."),
    };
    let read = |entry| Home::read(&entry, level).ok_or_else(|| Odd::new(why, entry, strip_secrets));
    Ok(Listed::of(items(answer, what)?, read))
}

/// Reads one project, or group.
///
/// # Errors
/// [`Shape`] if it has no numeric id.
pub fn home(answer: Value, level: Level) -> Result<Home, Shape> {
    let what = match level {
        Level::Project => "a project",
        Level::Group => "a group",
    };
    Home::read(&answer, level).ok_or_else(|| shape(what))
}

fn items(answer: Value, what: &str) -> Result<Vec<Value>, Shape> {
    match answer {
        Value::Array(items) => Ok(items),
        _ => Err(shape(what)),
    }
}

fn shape(what: &str) -> Shape {
    Shape(format!("GitLab’s response does not contain {what}."))
}
