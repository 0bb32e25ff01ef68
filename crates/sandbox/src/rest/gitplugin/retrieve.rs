//! "Retrieve an Integration".

use axum::Json;
use axum::extract::State;

use super::answer::One;
use super::input::Id;
use crate::indexing::with_index;
use crate::rest::refusal::{Refusal, Refused};
use crate::state::Shared;
use crate::store::jira;

/// One integration
///
/// As in the document: an array of one, and the flag as text.
#[utoipa::path(get, path = "/integration/{id}", tag = "Git Integration for Jira", operation_id = "retrieveIntegration",
    params(("id" = i64, Path, description = "Number of the integration", minimum = 1)),
    responses(
        (status = 200, description = "The integration", body = One),
        (status = 400, description = "The id is not a number", body = Refused),
        (status = 401, description = "Not signed in, or a secure administrator session is needed"),
        (status = 403, description = "Not a Jira administrator", body = Refused),
        (status = 404, description = "No such integration", body = Refused),
    ))]
pub(super) async fn retrieve(State(state): State<Shared>, Id(id): Id) -> Result<Json<One>, Refusal> {
    with_index(state, move |state| {
        let now = state.now();
        let found = state.store.read(|connection| jira::find(connection, id, now))?;
        let found = found.ok_or_else(|| Refusal::unknown_id(id))?;
        Ok(Json(One::of(found, state.options.gij)))
    })
    .await
}
