//! "Update Existing Integration".

use axum::Json;
use axum::extract::State;
use patchbay_model::gij::server;

use super::answer::{Integration, Written};
use super::body::JsonObject;
use super::input::Id;
use super::openapi::ChangedIntegration;
use super::settings;
use crate::indexing::{make_known, with_index};
use crate::rest::refusal::{Refusal, Refused};
use crate::state::Shared;
use crate::store::jira;

/// Change an integration
///
/// Only what is sent changes. A secret that is left out stays. A token replaces a user name and password, and the
/// reverse. The answer lacks `requireUserPat`, as in the document.
#[utoipa::path(put, path = "/integration/{id}", tag = "Git Integration for Jira", operation_id = "updateIntegration",
    params(("id" = i64, Path, description = "Number of the integration", minimum = 1)),
    request_body = ChangedIntegration,
    responses(
        (status = 200, description = "The changed integration", body = Written),
        (status = 400, description = "Not JSON, a rule is broken, or the id is not a number", body = Refused),
        (status = 401, description = "Not signed in, or a secure administrator session is needed"),
        (status = 403, description = "Not a Jira administrator, or a request from another origin", body = Refused),
        (status = 404, description = "No such integration", body = Refused),
        (status = 413, description = "A body over 1 MiB", body = Refused),
        (status = 415, description = "A body of another type than application/json", body = Refused),
    ))]
pub(super) async fn update(
    State(state): State<Shared>,
    Id(id): Id,
    JsonObject(mut body): JsonObject,
) -> Result<Json<Written>, Refusal> {
    with_index(state, move |state| {
        state.options.gij.forget_newer(&mut body);
        let now = state.now();
        let changed = state.store.write(|transaction| {
            let found = jira::find_to_change(transaction, id, now)?;
            let mut stored = found.ok_or_else(|| Refusal::unknown_id(id))?;
            let patch = server::check_update(&stored.settings, &body)
                .map_err(|problems| Refusal::problems(&problems))?;
            // What it tracks until the next scan was found with the settings of before.
            make_known(transaction, &stored, state.options.repositories)?;
            settings::apply(&mut stored, patch);
            settings::check_projects(&stored.settings)?;
            jira::change(transaction, &stored)?;
            Ok::<_, Refusal>(stored)
        })?;
        Ok(Json(Written::of(Integration::of(changed, state.options.gij).after_update())))
    })
    .await
}
