//! A Jira project, as far as an integration is associated with it.

use serde_json::Value;

/// A Jira project ("GET /rest/api/2/project").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Numeric id, as `projectMappingIds` wants it. Jira sends it as text.
    pub id: u64,
    /// Short key, such as `MOB`.
    pub key: String,
    /// Name, such as `Mobile`.
    pub name: String,
}

impl Project {
    /// Reads Jira's unpaged array. Entries without an id or key are left out: they cannot be associated.
    pub fn read_list(answer: &Value) -> Vec<Self> {
        answer.as_array().into_iter().flatten().filter_map(Self::read).collect()
    }

    fn read(value: &Value) -> Option<Self> {
        let id = match value.get("id")? {
            Value::String(text) => text.parse().ok()?,
            other => other.as_u64()?,
        };
        let key = value.get("key")?.as_str()?.to_owned();
        let name = value.get("name").and_then(Value::as_str).unwrap_or(&key).to_owned();
        Some(Self { id, key, name })
    }
}
