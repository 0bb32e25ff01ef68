//! A Jira project that an integration can be associated with.

use super::secrets::strip_secrets;
use super::wire::WireError;
use crate::listed::{Listed, Odd};
use serde_json::Value;

/// A Jira project ("GET /rest/api/2/project").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Numeric id, as in `projectMappingIds`. Jira sends it as text.
    pub id: u64,
    /// Key, such as `MOB`.
    pub key: String,
    /// Name, such as `Mobile`; the key if Jira sends none.
    pub name: String,
}

impl Project {
    /// Reads Jira's array, which has no pages. An entry without an id or key cannot be associated.
    ///
    /// # Errors
    /// [`WireError::Shape`] if the answer is no array.
    pub fn read_list(answer: Value) -> Result<Listed<Self>, WireError> {
        let Value::Array(entries) = answer else {
            return Err(WireError::Shape("Jira’s response does not contain a list of projects.".to_owned()));
        };
        let why = "Jira sent a project without a numeric id or a key.";
        let read = |entry| Self::read(&entry).ok_or_else(|| Odd::new(why, entry, strip_secrets));
        Ok(Listed::of(entries, read))
    }

    /// The key of the project with this id: what people know it by. Its number where the user may not see it.
    pub fn key_of(projects: &[Self], id: u64) -> String {
        let known = projects.iter().find(|project| project.id == id);
        known.map_or_else(|| format!("#{id}"), |project| project.key.clone())
    }

    fn read(value: &Value) -> Option<Self> {
        let id = match value.get("id")? {
            Value::String(text) => text.trim().parse().ok()?,
            other => other.as_u64()?,
        };
        let key = value.get("key")?.as_str().filter(|key| !key.trim().is_empty())?.to_owned();
        let name = value.get("name").and_then(Value::as_str).unwrap_or(&key).to_owned();
        Some(Self { id, key, name })
    }
}
