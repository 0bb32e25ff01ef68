//! The answers of GitLab, read with tolerance for what is absent, null, or new.

pub use super::refusal::Refusal;

use super::{Integration, Project};
use serde_json::Value;
use std::fmt;

/// Why an answer could not be read: a whole sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape(pub String);

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Shape {}

/// Reads "List all active integrations". The flags of each are its settings: properties are not in a list.
///
/// # Errors
/// [`Shape`] when the answer is no list, or one of its items no integration.
pub fn list(answer: Value) -> Result<Vec<Integration>, Shape> {
    items(answer, "a list of integrations")?.into_iter().map(one).collect()
}

/// Reads the answer to a GET or PUT of one integration.
///
/// # Errors
/// [`Shape`] when it is no integration.
pub fn one(answer: Value) -> Result<Integration, Shape> {
    match answer {
        Value::Object(answer) => Integration::read(answer).map_err(Shape),
        _ => Err(shape("an integration")),
    }
}

/// Reads a list of projects. Those without a numeric id are left out.
///
/// # Errors
/// [`Shape`] when the answer is no list.
pub fn projects(answer: Value) -> Result<Vec<Project>, Shape> {
    Ok(items(answer, "a list of projects")?.iter().filter_map(Project::read).collect())
}

/// Reads one project.
///
/// # Errors
/// [`Shape`] when it has no numeric id.
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
    Shape(format!("GitLab’s answer does not hold {what}."))
}
