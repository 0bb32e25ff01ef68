//! "Enable/disable existing integration" and "Enable/disable existing repository": one endpoint for both.

use axum::Json;
use axum::extract::State;
use serde_json::Value;

use super::answer::Done;
use super::input::{Flags, Id};
use crate::indexing::{make_all_known, with_queue};
use crate::rest::refusal::{Refusal, Refused};
use crate::state::{Shared, with_state};
use crate::store::{jira, repository};

/// Enable or disable an integration or a repository
///
/// Whichever has this number. The documents call this more reliable than sending `disabled` in an update.
#[utoipa::path(put, path = "/repository/{id}/disable", tag = "Git Integration for Jira", operation_id = "disableIntegration",
    params(
        ("id" = i64, Path, description = "Number of the integration or repository", minimum = 1),
        ("disable" = bool, Query, description = "true disables it, false enables it"),
    ),
    responses(
        (status = 200, description = "Disabled or enabled", body = Done),
        (status = 400, description = "The id is not a number, or disable is missing or neither true nor false", body = Refused),
        (status = 401, description = "Not signed in, or a secure administrator session is needed"),
        (status = 403, description = "Not a Jira administrator, or a request from another origin", body = Refused),
        (status = 404, description = "No such integration or repository", body = Refused),
    ))]
pub(super) async fn enable(
    State(state): State<Shared>,
    Id(id): Id,
    flags: Flags,
) -> Result<Json<Done>, Refusal> {
    let disable = flags.get("disable")?.ok_or_else(|| {
        Refusal::bad_request(
            "The address does not say whether to disable or to enable the integration.",
            "Please add disable=true or disable=false.",
        )
    })?;
    with_state(state, move |state| {
        let gij = state.options.gij;
        with_queue(state, |queue, transaction, around| {
            if let Some(mut stored) = jira::find_to_change(transaction, id, around.clock)? {
                stored.settings.insert("disabled".into(), Value::Bool(disable));
                jira::change(transaction, &stored)?;
            } else {
                make_all_known(transaction, around.clock, around.repositories)?;
                let found = repository::find(transaction, id)?;
                let mut stored = found.ok_or_else(|| Refusal::unknown_id(id))?;
                stored.disabled = disable;
                repository::save(transaction, &stored)?;
            }
            if disable && gij.disabling_cancels() {
                queue.cancel(id, around);
            }
            Ok(Json(Done::YES))
        })
    })
    .await
}
