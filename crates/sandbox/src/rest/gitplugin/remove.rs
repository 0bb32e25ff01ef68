//! "Remove Integration".

use axum::Json;
use axum::extract::State;

use super::answer::Done;
use super::input::{Flags, Id};
use crate::indexing::with_queue;
use crate::rest::refusal::{Refusal, Refused};
use crate::state::{Shared, with_state};
use crate::store::jira;

/// Remove an integration
///
/// It may be listed as disabled for a while, as in a Jira whose indexing queue is long. The sandbox has no clones of
/// repositories, so `deleteFiles` is checked and has no effect.
#[utoipa::path(delete, path = "/integration/{id}", tag = "Git Integration for Jira", operation_id = "removeIntegration",
    params(
        ("id" = i64, Path, description = "Number of the integration", minimum = 1),
        ("deleteFiles" = Option<bool>, Query, description = "Whether to delete the clones of its repositories"),
    ),
    responses(
        (status = 200, description = "Removed", body = Done),
        (status = 400, description = "The id is not a number, or deleteFiles is neither true nor false", body = Refused),
        (status = 401, description = "Not signed in, or a secure administrator session is needed"),
        (status = 403, description = "Not a Jira administrator, or a request from another origin", body = Refused),
        (status = 404, description = "No such integration", body = Refused),
    ))]
pub(super) async fn remove(
    State(state): State<Shared>,
    Id(id): Id,
    flags: Flags,
) -> Result<Json<Done>, Refusal> {
    flags.get("deleteFiles")?;
    with_state(state, move |state| {
        let linger = i64::try_from(state.options.linger.as_millis()).unwrap_or(i64::MAX);
        with_queue(state, |queue, transaction, around| {
            let now = around.clock;
            let found = jira::find_to_change(transaction, id, now)?;
            let removed = found.ok_or_else(|| Refusal::unknown_id(id))?;
            jira::remove(transaction, &removed, now.saturating_add(linger), now)?;
            queue.cancel(id, around);
            Ok(Json(Done::YES))
        })
    })
    .await
}
