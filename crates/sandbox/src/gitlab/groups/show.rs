//! `GET /groups/:id`: one group, by number or path.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;

use super::shape::Group;
use crate::context::base_url;
use crate::gitlab::target::VisibleGroup;
use crate::state::Shared;

/// One group
///
/// Without its projects, as with `with_projects=false`.
#[utoipa::path(get, path = "/groups/{id}", tag = "GitLab", operation_id = "showGitLabGroup",
    params(("id" = String, Path, description = "Number, or path with each slash written %2F")),
    responses(
        (status = 200, description = "The group", body = Group),
        (status = 401, description = "Not signed in"),
        (status = 404, description = "No such group; earlier paths are not known"),
    ))]
pub(in crate::gitlab) async fn show(
    VisibleGroup { group, .. }: VisibleGroup,
    State(state): State<Shared>,
    headers: HeaderMap,
) -> Json<Group> {
    Json(Group::of(group, &base_url(&headers), state.options.gitlab))
}
