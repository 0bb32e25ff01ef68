//! GitLab's responses, read so that absent, null and unknown values do no harm.

pub use super::refusal::{NO_REASON, NOT_ACCEPTED, Refusal, not_sent};

use super::integration::Integration;
use super::project::Project;
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
/// [`Shape`] if the response is not an array, or an item is not an integration.
pub fn list(answer: Value) -> Result<Vec<Integration>, Shape> {
    items(answer, "a list of integrations")?.into_iter().map(one).collect()
}

/// Reads the response to a GET or PUT of one integration.
///
/// # Errors
/// [`Shape`] if it is not an integration.
pub fn one(answer: Value) -> Result<Integration, Shape> {
    match answer {
        Value::Object(answer) => Integration::read(answer).map_err(Shape),
        _ => Err(shape("an integration")),
    }
}

/// Reads an array of projects. Skips items without a numeric id.
///
/// # Errors
/// [`Shape`] if the response is not an array.
pub fn projects(answer: Value) -> Result<Vec<Project>, Shape> {
    Ok(items(answer, "a list of projects")?.iter().filter_map(Project::read).collect())
}

/// Reads one project.
///
/// # Errors
/// [`Shape`] if it has no numeric id.
pub fn project(answer: Value) -> Result<Project, Shape> {
    Project::read(&answer).ok_or_else(|| shape("a project"))
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
