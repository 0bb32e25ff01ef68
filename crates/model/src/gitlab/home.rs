//! What integrations belong to in GitLab, with the properties that are needed to find it and to open it.

use super::target::Level;
use serde_json::Value;

/// A project ("Projects API") or a group ("Groups API").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// Which of the two.
    pub level: Level,
    /// Id. It stays the same when it moves. Projects and groups are counted separately.
    pub id: u64,
    /// Name without those of the groups above it.
    pub name: String,
    /// Path including the groups above it (`path_with_namespace`, `full_path`), such as `acme/app`.
    pub path: String,
    /// Name including the groups above it (`name_with_namespace`, `full_name`), such as `Acme / App`.
    pub full_name: String,
    /// URL of its page in GitLab.
    pub web_url: Option<String>,
    /// Whether it is archived, so that its integrations cannot be changed.
    pub archived: bool,
    /// The reader's access level as the "Members API" counts them: 30 is a developer, 40 a maintainer, 50 an owner. `None`
    /// where GitLab does not say, as it does not for groups and for administrators.
    pub access: Option<u64>,
    /// When something last happened in it: ISO 8601, as GitLab sent it. Of projects only.
    pub active_at: Option<String>,
}

impl Home {
    /// Reads one; `None` without a numeric id. A name or path that is absent is replaced by another one, or by the id.
    pub(super) fn read(value: &Value, level: Level) -> Option<Self> {
        let id = value.get("id")?.as_u64()?;
        let text =
            |key| value.get(key).and_then(Value::as_str).map(str::to_owned).filter(|text| !text.is_empty());
        let (full_path, full_name) = match level {
            Level::Project => ("path_with_namespace", "name_with_namespace"),
            Level::Group => ("full_path", "full_name"),
        };
        let path = text(full_path).or_else(|| text("path")).unwrap_or_else(|| id.to_string());
        let name = text("name").unwrap_or_else(|| path.clone());
        Some(Self {
            level,
            id,
            full_name: text(full_name).unwrap_or_else(|| name.clone()),
            name,
            path,
            web_url: text("web_url"),
            archived: value.get("archived") == Some(&Value::Bool(true)),
            access: access(value),
            active_at: text("last_activity_at"),
        })
    }

    /// The path of the group that it is in; of a group its own.
    pub fn namespace(&self) -> &str {
        match self.level {
            Level::Project => self.path.rsplit_once('/').map_or("", |(namespace, _)| namespace),
            Level::Group => &self.path,
        }
    }
}

/// The higher of what the reader has in the project and in its group.
fn access(value: &Value) -> Option<u64> {
    let permissions = value.get("permissions")?;
    let level = |of: &str| permissions.get(of)?.get("access_level")?.as_u64();
    level("project_access").max(level("group_access"))
}
