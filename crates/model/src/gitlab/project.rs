//! A GitLab project, as far as one needs it to find its integrations.

use serde_json::Value;

/// A project ("Projects API").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Its number, which stays when it moves.
    pub id: u64,
    /// Its own name.
    pub name: String,
    /// Its path with those of its groups (`path_with_namespace`).
    pub path: String,
    /// Its name with those of its groups (`name_with_namespace`).
    pub full_name: String,
    /// Where people open it.
    pub web_url: Option<String>,
    /// Whether it is archived, and so cannot be changed.
    pub archived: bool,
}

impl Project {
    /// Reads one. All that is needed is an id; names stand in for one another.
    pub(super) fn read(value: &Value) -> Option<Self> {
        let id = value.get("id")?.as_u64()?;
        let text =
            |key| value.get(key).and_then(Value::as_str).map(str::to_owned).filter(|text| !text.is_empty());
        let path = text("path_with_namespace").or_else(|| text("path")).unwrap_or_else(|| id.to_string());
        let name = text("name").unwrap_or_else(|| path.clone());
        Some(Self {
            id,
            full_name: text("name_with_namespace").unwrap_or_else(|| name.clone()),
            name,
            path,
            web_url: text("web_url"),
            archived: value.get("archived") == Some(&Value::Bool(true)),
        })
    }
}
