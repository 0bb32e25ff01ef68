//! "Remove Integration".

use std::sync::Arc;

use axum::Json;
use axum::extract::State;

use super::input::{Flags, Id};
use super::{Refusal, with_state};
use crate::rest::refusal::Refused;
use crate::rest::shapes::Done;
use crate::{sandbox, store};

/// Remove an integration
///
/// It may stay listed as disabled for a while, as in a Jira whose indexing queue is long. The sandbox has no clones of
/// repositories, so `deleteFiles` is checked and does nothing.
#[utoipa::path(delete, path = "/integration/{id}", tag = "Git Integration for Jira", operation_id = "removeIntegration",
    params(
        ("id" = i64, Path, description = "Number of the integration", minimum = 1),
        ("deleteFiles" = Option<bool>, Query, description = "Whether the clones of its repositories are deleted too"),
    ),
    responses(
        (status = 200, description = "Removed", body = Done),
        (status = 400, description = "The id is no number, or deleteFiles is neither true nor false", body = Refused),
        (status = 401, description = "Not signed in, or a secure administrator session is needed"),
        (status = 403, description = "No Jira administrator, or a foreign Origin", body = Refused),
        (status = 404, description = "No such integration", body = Refused),
    ))]
pub(super) async fn remove(
    State(state): State<Arc<sandbox::State>>,
    Id(id): Id,
    flags: Flags,
) -> Result<Json<Done>, Refusal> {
    flags.get("deleteFiles")?;
    with_state(state, move |state| {
        let now = (state.options.clock)();
        let linger = i64::try_from(state.options.linger.as_millis()).unwrap_or(i64::MAX);
        state.store.write(|transaction| {
            let found = store::find(transaction, id, now)?.filter(|stored| !stored.is_going);
            let going = found.ok_or_else(|| Refusal::unknown_id(id))?;
            store::remove(transaction, &going, now.saturating_add(linger), now)?;
            Ok(Json(Done::YES))
        })
    })
    .await
}
