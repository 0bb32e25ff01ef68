//! "List all active integrations".

use axum::Json;
use axum::extract::State;
use serde_json::Value;

use super::{inheritance, known, shape};
use crate::gitlab::refusal::Refusal;
use crate::gitlab::target::MaintainedProject;
use crate::state::{Shared, with_state};
use crate::store;
use crate::store::gitlab::Holder;

/// Active integrations
///
/// All of them, without pages and without properties. Disabled ones are not listed.
#[utoipa::path(get, path = "/projects/{id}/integrations", tag = "GitLab", operation_id = "listGitLabIntegrations",
    params(("id" = String, Path, description = "Number, or path with each slash written %2F")),
    responses(
        (status = 200, description = "The active ones", body = Vec<super::answer::GitLabIntegration>),
        (status = 301, description = "The project was moved: its new address is in Location"),
        (status = 401, description = "Not signed in"),
        (status = 403, description = "Not a maintainer"),
        (status = 404, description = "No such project"),
    ))]
pub(super) async fn list(
    MaintainedProject { project, .. }: MaintainedProject,
    State(state): State<Shared>,
) -> Result<Json<Vec<Value>>, Refusal> {
    list_of(state, Holder::Project(project.id)).await
}

/// The list of a project or a group.
pub(super) async fn list_of(state: Shared, holder: Holder) -> Result<Json<Vec<Value>>, Refusal> {
    with_state(state, move |state| {
        let server = state.options.gitlab;
        inheritance::catch_up(&state.store, state.options.projects, state.now())?;
        let active = state.store.read(|connection| store::gitlab::active(connection, holder))?;
        let served = active.iter().filter(|stored| known::is_served(server, stored));
        Ok(Json(served.map(|stored| Value::Object(shape::in_list(server, stored))).collect()))
    })
    .await
}
