//! "Get … integration settings".

use axum::Json;
use axum::extract::State;
use serde_json::Value;

use super::{inheritance, known, shape};
use crate::gitlab::refusal::Refusal;
use crate::gitlab::server::GitLab;
use crate::gitlab::target::MaintainedProject;
use crate::state::{Shared, with_state};
use crate::store;
use crate::store::gitlab::Holder;

/// One integration
///
/// Also a disabled one, with the settings that were kept. Secrets are never part of it.
#[utoipa::path(get, path = "/projects/{id}/integrations/{slug}", tag = "GitLab", operation_id = "showGitLabIntegration",
    params(
        ("id" = String, Path, description = "Number, or path with each slash written %2F"),
        ("slug" = String, Path, description = "Name of the integration, with hyphens"),
    ),
    responses(
        (status = 200, description = "The integration", body = super::answer::GitLabIntegrationWithProperties),
        (status = 301, description = "The project was moved: its new address is in Location"),
        (status = 400, description = "This server does not know the slug"),
        (status = 401, description = "Not signed in"),
        (status = 403, description = "Not a maintainer"),
        (status = 404, description = "No such project, or the integration was never set up"),
    ))]
pub(super) async fn show(
    MaintainedProject { project, slug }: MaintainedProject,
    State(state): State<Shared>,
) -> Result<Json<Value>, Refusal> {
    show_of(state, Holder::Project(project.id), slug).await
}

/// One of a project or a group.
pub(super) async fn show_of(state: Shared, holder: Holder, slug: String) -> Result<Json<Value>, Refusal> {
    with_state(state, move |state| {
        let server = state.options.gitlab;
        inheritance::catch_up(&state.store, state.options.projects, state.now())?;
        let found = state.store.read(|connection| store::gitlab::find(connection, holder, &slug))?;
        let Some(stored) = found else {
            known::offered(server, holder.level(), &slug)?.ok_or_else(Refusal::unknown_slug)?;
            return Err(never_set_up(server));
        };
        known::check_served(server, &stored)?;
        Ok(Json(Value::Object(shape::whole(server, &stored))))
    })
    .await
}

pub(super) fn never_set_up(server: GitLab) -> Refusal {
    Refusal::not_found(if server.says_integration() { "Integration" } else { "Service" })
}
