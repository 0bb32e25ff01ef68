//! A GitLab project, with the properties that are needed to find it and its integrations.

use serde_json::Value;

/// A project ("Projects API").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Id. It stays the same when the project moves.
    pub id: u64,
    /// Name without those of its groups.
    pub name: String,
    /// Path including its groups (`path_with_namespace`), such as `acme/app`.
    pub path: String,
    /// Name including its groups (`name_with_namespace`), such as `Acme / App`.
    pub full_name: String,
    /// URL of its page in GitLab.
    pub web_url: Option<String>,
    /// Whether it is archived, so that its integrations cannot be changed.
    pub archived: bool,
}

impl Project {
    /// Reads one; `None` without a numeric id. A name or path that is absent is replaced by another one, or by the id.
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
