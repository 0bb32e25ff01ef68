//! "Retrieve Integration List".

use axum::Json;
use axum::extract::State;

use super::answer::All;
use crate::indexing::with_index;
use crate::rest::refusal::{Refusal, Refused};
use crate::state::Shared;
use crate::store::jira;

/// All integrations
///
/// An integration that was just removed may still be listed as disabled.
#[utoipa::path(get, path = "/integration", tag = "Git Integration for Jira", operation_id = "listIntegrations", responses(
    (status = 200, description = "All integrations, ordered by id", body = All),
    (status = 401, description = "Not signed in, or a secure administrator session is needed"),
    (status = 403, description = "Not a Jira administrator", body = Refused),
))]
pub(super) async fn list(State(state): State<Shared>) -> Result<Json<All>, Refusal> {
    with_index(state, |state| {
        let now = state.now();
        let stored = state.store.read(|connection| jira::list(connection, now))?;
        Ok(Json(All::of(stored, state.options.gij)))
    })
    .await
}
