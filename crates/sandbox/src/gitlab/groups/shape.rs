//! A group as GitLab's API answers it.

use serde::Serialize;
use utoipa::ToSchema;

use super::data::Group as Stored;
use crate::date;
use crate::gitlab::server::GitLab;

/// A group.
#[derive(Serialize, ToSchema)]
#[schema(as = GitLabGroup)]
pub(in crate::gitlab) struct Group {
    #[schema(example = 23)]
    id: u64,
    web_url: String,
    #[schema(example = "Orders")]
    name: &'static str,
    #[schema(example = "orders")]
    path: &'static str,
    description: &'static str,
    visibility: &'static str,
    avatar_url: Option<String>,
    request_access_enabled: bool,
    #[schema(example = "Shop / Backend / Orders")]
    full_name: &'static str,
    #[schema(example = "shop/backend/orders")]
    full_path: &'static str,
    created_at: String,
    /// The group that it is in.
    parent_id: Option<u64>,
    /// Since GitLab 18.2.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false, nullable = false)]
    archived: Option<bool>,
}

impl Group {
    /// `base` is the address of this server.
    pub(super) fn of(stored: &'static Stored, base: &str, gitlab: GitLab) -> Self {
        Self {
            id: stored.id,
            web_url: format!("{base}/groups/{}", stored.full_path),
            name: &stored.name,
            path: stored.path,
            description: "",
            visibility: "private",
            avatar_url: None,
            request_access_enabled: true,
            full_name: &stored.full_name,
            full_path: stored.full_path,
            created_at: date::write(stored.created_at),
            parent_id: stored.parent_id,
            archived: gitlab.shows_archived_groups().then_some(stored.archived),
        }
    }
}
