//! `GET /projects/:id`: one project, by number or path.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;

use super::shape::Project;
use crate::context::base_url;
use crate::gitlab::target::VisibleProject;
use crate::state::Shared;

/// One project
#[utoipa::path(get, path = "/projects/{id}", tag = "GitLab", operation_id = "showGitLabProject",
    params(("id" = String, Path, description = "Number, or path with each slash written %2F")),
    responses(
        (status = 200, description = "The project", body = Project),
        (status = 301, description = "The project was moved: its new address is in Location"),
        (status = 401, description = "Not signed in"),
        (status = 404, description = "No such project"),
    ))]
pub(in crate::gitlab) async fn show(
    VisibleProject { person, project }: VisibleProject,
    State(state): State<Shared>,
    headers: HeaderMap,
) -> Json<Project> {
    let base = base_url(&headers);
    Json(Project::of(project, &base, state.now(), person))
}
