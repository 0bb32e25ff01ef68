//! `GET /rest/api/2/project`: the projects that integrations are associated with.

use std::collections::BTreeMap;

use axum::Json;
use axum::http::HeaderMap;
use serde::Serialize;
use utoipa::ToSchema;

use crate::context::base_url;
use crate::projects;

/// A project as Jira lists it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Project {
    expand: &'static str,
    #[serde(rename = "self")]
    address: String,
    /// The number as text, as Jira sends it. `projectMappingIds` takes numbers.
    #[schema(example = "10000")]
    id: String,
    #[schema(example = "MOB")]
    key: &'static str,
    #[schema(example = "Mobile")]
    name: &'static str,
    avatar_urls: BTreeMap<&'static str, String>,
    project_category: Category,
    project_type_key: &'static str,
    archived: bool,
}

#[derive(Serialize, ToSchema)]
struct Category {
    #[serde(rename = "self")]
    address: String,
    id: &'static str,
    name: &'static str,
    description: &'static str,
}

/// All projects
///
/// Not paged, as in Jira.
#[utoipa::path(get, path = "/project", tag = "Jira", operation_id = "listProjects", responses(
    (status = 200, description = "All sixty", body = Vec<Project>),
    (status = 401, description = "Not signed in"),
))]
pub(super) async fn list(headers: HeaderMap) -> Json<Vec<Project>> {
    let base = base_url(&headers);
    Json(projects::all().map(|project| answer(&base, &project)).collect())
}

fn answer(base: &str, project: &projects::Project) -> Project {
    let category = project.category;
    Project {
        expand: "description,lead,url,projectKeys",
        address: format!("{base}/rest/api/2/project/{}", project.id),
        id: project.id.to_string(),
        key: project.key,
        name: project.name,
        avatar_urls: avatars(base, "projectavatar"),
        project_category: Category {
            address: format!("{base}/rest/api/2/projectCategory/{}", category.id()),
            id: category.id(),
            name: category.name(),
            description: category.description(),
        },
        project_type_key: "software",
        archived: false,
    }
}

/// The four sizes in which Jira offers a picture.
pub(super) fn avatars(base: &str, page: &str) -> BTreeMap<&'static str, String> {
    [("48x48", ""), ("24x24", "?size=small"), ("16x16", "?size=xsmall"), ("32x32", "?size=medium")]
        .into_iter()
        .map(|(size, query)| (size, format!("{base}/secure/{page}{query}")))
        .collect()
}
