//! What Jira says that it does with a repository.

use serde_json::Value;

/// The `state` of a repository. Only "Update Nested Repository" names it, as a number with names for values; which number
/// has which name is written nowhere, so a number stays one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RepositoryState {
    /// `QUEUED`: it waits to be indexed.
    Queued,
    /// `SCANNING`: it is being indexed.
    Scanning,
    /// `UPDATED`: the last run went well.
    Updated,
    /// `ERROR`: the last run failed.
    Error,
    /// Anything else, as Jira wrote it.
    Other(String),
}

impl RepositoryState {
    /// Reads it; `None` where there is none.
    pub fn read(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => Self::parse(text),
            Value::Number(number) => Some(Self::Other(number.to_string())),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        }
    }

    /// The state with this name; `None` for an empty one.
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.trim();
        Some(match name.to_ascii_uppercase().as_str() {
            "" => return None,
            "QUEUED" => Self::Queued,
            "SCANNING" => Self::Scanning,
            "UPDATED" => Self::Updated,
            "ERROR" => Self::Error,
            _ => Self::Other(name.to_owned()),
        })
    }
}
