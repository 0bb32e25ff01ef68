//! "Enable/disable existing integration", which lives under `/repository` although it takes the id of an integration.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde_json::Value;

use super::input::{Flags, Id};
use super::{Refusal, with_state};
use crate::rest::refusal::Refused;
use crate::rest::shapes::Done;
use crate::{sandbox, store};

/// Enable or disable an integration
///
/// The way that the documents call more reliable than sending `disabled` in an update.
#[utoipa::path(put, path = "/repository/{id}/disable", tag = "Git Integration for Jira", operation_id = "disableIntegration",
    params(
        ("id" = i64, Path, description = "Number of the integration", minimum = 1),
        ("disable" = bool, Query, description = "true switches it off, false switches it on"),
    ),
    responses(
        (status = 200, description = "Switched", body = Done),
        (status = 400, description = "The id is no number, or disable is missing or neither true nor false", body = Refused),
        (status = 401, description = "Not signed in, or a secure administrator session is needed"),
        (status = 403, description = "No Jira administrator, or a foreign Origin", body = Refused),
        (status = 404, description = "No such integration", body = Refused),
    ))]
pub(super) async fn enable(
    State(state): State<Arc<sandbox::State>>,
    Id(id): Id,
    flags: Flags,
) -> Result<Json<Done>, Refusal> {
    let disable = flags.get("disable")?.ok_or_else(|| {
        Refusal::bad_request(
            "The address does not say whether to disable the integration or to enable it.",
            "Please add disable=true or disable=false.",
        )
    })?;
    with_state(state, move |state| {
        let now = (state.options.clock)();
        state.store.write(|transaction| {
            let found = store::find(transaction, id, now)?.filter(|stored| !stored.is_going);
            let mut stored = found.ok_or_else(|| Refusal::unknown_id(id))?;
            stored.settings.insert("disabled".into(), Value::Bool(disable));
            store::change(transaction, &stored)?;
            Ok(Json(Done::YES))
        })
    })
    .await
}
