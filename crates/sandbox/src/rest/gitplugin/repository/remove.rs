//! "Delete Existing Repository".

use std::collections::HashMap;

use axum::Json;
use axum::extract::{Query, State};

use crate::indexing::{make_all_known, with_queue};
use crate::rest::gitplugin::answer::Done;
use crate::rest::gitplugin::input::Flags;
use crate::rest::refusal::{Refusal, Refused};
use crate::state::{Shared, with_state};
use crate::store::repository;

/// Remove a repository
///
/// Its number is in the query, unlike an integration's. One that an integration tracks is found again when its host is
/// scanned again. The sandbox has no clones, so `deleteFiles` is checked and has no effect.
#[utoipa::path(delete, path = "/repository", tag = "Git Integration for Jira", operation_id = "removeRepository",
    params(
        ("id" = i64, Query, description = "Number of the repository", minimum = 1),
        ("deleteFiles" = Option<bool>, Query, description = "Whether to delete its folder on the Jira server"),
    ),
    responses(
        (status = 200, description = "Removed", body = Done),
        (status = 400, description = "The id is missing or not a number, or deleteFiles is neither true nor false", body = Refused),
        (status = 401, description = "Not signed in, or a secure administrator session is needed"),
        (status = 403, description = "Not a Jira administrator, or a request from another origin", body = Refused),
        (status = 404, description = "No such repository", body = Refused),
    ))]
pub(in crate::rest::gitplugin) async fn remove(
    State(state): State<Shared>,
    Query(asked): Query<HashMap<String, String>>,
    flags: Flags,
) -> Result<Json<Done>, Refusal> {
    flags.get("deleteFiles")?;
    let id = asked.get("id").and_then(|id| id.parse::<i64>().ok()).filter(|id| *id > 0).ok_or_else(|| {
        Refusal::bad_request("The address does not say which repository to remove.", "Please add id=3.")
    })?;
    with_state(state, move |state| {
        with_queue(state, |queue, transaction, around| {
            make_all_known(transaction, around.clock, around.repositories)?;
            repository::find(transaction, id)?.ok_or_else(|| Refusal::unknown_id(id))?;
            repository::remove(transaction, id)?;
            queue.cancel(id, around);
            Ok(Json(Done::YES))
        })
    })
    .await
}
