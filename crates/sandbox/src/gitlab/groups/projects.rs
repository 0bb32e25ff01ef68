//! `GET /groups/:id/projects`: the projects in a group, and on request those in the groups below it.

use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::data;
use crate::gitlab::projects::data::Project;
use crate::gitlab::projects::list::page;
use crate::gitlab::projects::shape::Listed;
use crate::gitlab::query::{self, Query};
use crate::gitlab::refusal::Refusal;
use crate::gitlab::target::VisibleGroup;
use crate::state::Shared;

/// The projects in a group
///
/// With the parameters of the list of all projects.
#[utoipa::path(get, path = "/groups/{id}/projects", tag = "GitLab", operation_id = "listGitLabGroupProjects",
    params(
        ("id" = String, Path, description = "Number, or path with each slash written %2F"),
        ("include_subgroups" = Option<bool>, Query, description = "Also the projects in the groups below it"),
    ),
    responses(
        (status = 200, description = "One page", body = Vec<Listed>),
        (status = 400, description = "A parameter has the wrong type"),
        (status = 401, description = "Not signed in"),
        (status = 404, description = "No such group"),
    ))]
pub(in crate::gitlab) async fn list(
    VisibleGroup { person, group, named, .. }: VisibleGroup,
    State(state): State<Shared>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let query = query::pairs(query);
    let mut own = Query::of(&query);
    let deep = own.flag("include_subgroups").unwrap_or_default();
    own.finish()?;
    let is_in = |project: &Project| {
        let of = data::find(project.group_id());
        of.is_some_and(|of| of.id == group.id || (deep && of.is_below(group)))
    };
    page(&state, person, &query, &headers, &format!("groups/{named}/projects"), is_in)
}
