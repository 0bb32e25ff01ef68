//! A project as GitLab's API answers it, with all fields or only a few.

use serde::Serialize;
use utoipa::ToSchema;

use super::data::Project as Stored;
use super::names;
use crate::date;
use crate::gitlab::people::Person;

/// A project, as `simple=true` lists it.
#[derive(Serialize, ToSchema)]
#[schema(as = GitLabProjectInShort)]
pub(in crate::gitlab) struct Simple {
    #[schema(example = 101)]
    id: u64,
    description: Option<String>,
    #[schema(example = "Website")]
    name: &'static str,
    #[schema(example = "Shop / Web / Website")]
    name_with_namespace: &'static str,
    #[schema(example = "website")]
    path: &'static str,
    #[schema(example = "shop/web/website")]
    path_with_namespace: &'static str,
    created_at: String,
    default_branch: &'static str,
    topics: Vec<String>,
    ssh_url_to_repo: String,
    http_url_to_repo: String,
    web_url: String,
    avatar_url: Option<String>,
    star_count: u32,
    last_activity_at: String,
    namespace: Namespace,
}

/// A project.
#[derive(Serialize, ToSchema)]
#[schema(as = GitLabProject)]
pub(in crate::gitlab) struct Project {
    #[serde(flatten)]
    simple: Simple,
    archived: bool,
    visibility: &'static str,
    permissions: Permissions,
}

/// A project of a list: with `simple=true` the last three are absent.
#[derive(Serialize, ToSchema)]
#[schema(as = GitLabListedProject)]
pub(in crate::gitlab) struct Listed {
    #[serde(flatten)]
    simple: Simple,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false, nullable = false)]
    archived: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false, nullable = false)]
    visibility: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false, nullable = false)]
    permissions: Option<Permissions>,
}

/// The group that a project is in.
#[derive(Serialize, ToSchema)]
#[schema(as = GitLabNamespace)]
struct Namespace {
    id: u64,
    name: String,
    path: &'static str,
    kind: &'static str,
    full_path: &'static str,
}

/// What the caller may do.
#[derive(Serialize, ToSchema)]
#[schema(as = GitLabPermissions)]
struct Permissions {
    project_access: Option<Access>,
    group_access: Option<Access>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = GitLabAccess)]
struct Access {
    /// 30 is a developer, 40 a maintainer.
    #[schema(example = 40)]
    access_level: u8,
    notification_level: u8,
}

impl Project {
    /// `base` is the address of this server, `now` in epoch milliseconds.
    pub(super) fn of(stored: &'static Stored, base: &str, now: i64, person: &Person) -> Self {
        let host = base.trim_start_matches("http://").split(':').next().unwrap_or_default();
        let group = stored.group_path.rsplit('/').next().unwrap_or_default();
        let simple = Simple {
            id: stored.id,
            description: None,
            name: &stored.name,
            name_with_namespace: &stored.full_name,
            path: &stored.path,
            path_with_namespace: &stored.full_path,
            created_at: date::write(stored.created_at),
            default_branch: "main",
            topics: Vec::new(),
            ssh_url_to_repo: format!("git@{host}:{}.git", stored.full_path),
            http_url_to_repo: format!("{base}/{}.git", stored.full_path),
            web_url: format!("{base}/{}", stored.full_path),
            avatar_url: None,
            star_count: 0,
            last_activity_at: date::write(now - stored.idle),
            namespace: Namespace {
                id: stored.group_id(),
                name: names::title(group),
                path: group,
                kind: "group",
                full_path: stored.group_path,
            },
        };
        let access = Access { access_level: person.level as u8, notification_level: 3 };
        let permissions = Permissions { project_access: None, group_access: Some(access) };
        Self { simple, archived: stored.archived, visibility: "private", permissions }
    }

    /// As a list has it.
    pub(super) fn listed(self, is_simple: bool) -> Listed {
        let Self { simple, archived, visibility, permissions } = self;
        Listed {
            simple,
            archived: (!is_simple).then_some(archived),
            visibility: (!is_simple).then_some(visibility),
            permissions: (!is_simple).then_some(permissions),
        }
    }
}
