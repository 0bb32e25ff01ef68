//! "Update Existing Integration".

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use patchbay_model::gij::server;

use super::input::Id;
use super::{Refusal, settings, with_state};
use crate::rest::body::JsonObject;
use crate::rest::openapi::ChangedIntegration;
use crate::rest::refusal::Refused;
use crate::rest::shapes::{Integration, Written};
use crate::{sandbox, store};

/// Change an integration
///
/// Only what is sent changes. A secret that is left out stays; a token in place of a user name and password removes
/// those, and the reverse. The answer lacks `requireUserPat`, as in the document.
#[utoipa::path(put, path = "/integration/{id}", tag = "Git Integration for Jira", operation_id = "updateIntegration",
    params(("id" = i64, Path, description = "Number of the integration", minimum = 1)),
    request_body = ChangedIntegration,
    responses(
        (status = 200, description = "The changed integration", body = Written),
        (status = 400, description = "Not JSON, a rule is broken, or the id is no number", body = Refused),
        (status = 401, description = "Not signed in, or a secure administrator session is needed"),
        (status = 403, description = "No Jira administrator, or a foreign Origin", body = Refused),
        (status = 404, description = "No such integration", body = Refused),
        (status = 413, description = "A body over 1 MiB", body = Refused),
        (status = 415, description = "A body of another type than application/json", body = Refused),
    ))]
pub(super) async fn update(
    State(state): State<Arc<sandbox::State>>,
    Id(id): Id,
    JsonObject(body): JsonObject,
) -> Result<Json<Written>, Refusal> {
    with_state(state, move |state| {
        let now = (state.options.clock)();
        let changed = state.store.write(|transaction| {
            let found = store::find(transaction, id, now)?.filter(|stored| !stored.is_going);
            let mut stored = found.ok_or_else(|| Refusal::unknown_id(id))?;
            let patch = server::check_update(&stored.settings, &body)
                .map_err(|problems| Refusal::problems(&problems))?;
            settings::apply(&mut stored, patch);
            settings::check_projects(&stored.settings)?;
            store::change(transaction, &stored)?;
            Ok::<_, Refusal>(stored)
        })?;
        Ok(Json(Written::of(Integration::of(changed)?.after_update())))
    })
    .await
}
