//! "Retrieve an Integration".

use std::sync::Arc;

use axum::Json;
use axum::extract::State;

use super::input::Id;
use super::{Refusal, with_state};
use crate::rest::refusal::Refused;
use crate::rest::shapes::{Integration, One};
use crate::{sandbox, store};

/// One integration
///
/// As the document has it: an array of one, and the flag as a text.
#[utoipa::path(get, path = "/integration/{id}", tag = "Git Integration for Jira", operation_id = "retrieveIntegration",
    params(("id" = i64, Path, description = "Number of the integration", minimum = 1)),
    responses(
        (status = 200, description = "The integration", body = One),
        (status = 400, description = "The id is no number", body = Refused),
        (status = 401, description = "Not signed in, or a secure administrator session is needed"),
        (status = 403, description = "No Jira administrator", body = Refused),
        (status = 404, description = "No such integration", body = Refused),
    ))]
pub(super) async fn retrieve(
    State(state): State<Arc<sandbox::State>>,
    Id(id): Id,
) -> Result<Json<One>, Refusal> {
    with_state(state, move |state| {
        let now = (state.options.clock)();
        let found = state.store.read(|connection| store::find(connection, id, now))?;
        Ok(Json(One::of(Integration::of(found.ok_or_else(|| Refusal::unknown_id(id))?)?)))
    })
    .await
}
