//! "Retrieve Integration List".

use std::sync::Arc;

use axum::Json;
use axum::extract::State;

use super::{Refusal, with_state};
use crate::rest::refusal::Refused;
use crate::rest::shapes::{All, Integration};
use crate::{sandbox, store};

/// All integrations
///
/// Those that were removed a moment ago may still be among them, disabled.
#[utoipa::path(get, path = "/integration", tag = "Git Integration for Jira", operation_id = "listIntegrations", responses(
    (status = 200, description = "All integrations, in the order of their ids", body = All),
    (status = 401, description = "Not signed in, or a secure administrator session is needed"),
    (status = 403, description = "No Jira administrator", body = Refused),
))]
pub(super) async fn list(State(state): State<Arc<sandbox::State>>) -> Result<Json<All>, Refusal> {
    with_state(state, |state| {
        let now = (state.options.clock)();
        let stored = state.store.read(|connection| store::list(connection, now))?;
        let integrations = stored.into_iter().map(Integration::of).collect::<Result<_, _>>()?;
        Ok(Json(All::of(integrations)))
    })
    .await
}
