//! "Add New Integration".

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use patchbay_model::gij::server;

use super::{Refusal, settings, with_state};
use crate::rest::body::JsonObject;
use crate::rest::openapi::NewIntegration;
use crate::rest::refusal::Refused;
use crate::rest::shapes::{Integration, Written};
use crate::store::{Credentials, Stored};
use crate::{sandbox, store};

/// Add an integration
///
/// What is left out gets its default; fields that no document names are ignored.
#[utoipa::path(post, path = "/integration", tag = "Git Integration for Jira", operation_id = "addIntegration",
    request_body = NewIntegration,
    responses(
        (status = 200, description = "The new integration", body = Written),
        (status = 400, description = "Not JSON, or a rule is broken", body = Refused),
        (status = 401, description = "Not signed in, or a secure administrator session is needed"),
        (status = 403, description = "No Jira administrator, or a foreign Origin", body = Refused),
        (status = 413, description = "A body over 1 MiB", body = Refused),
        (status = 415, description = "A body of another type than application/json", body = Refused),
    ))]
pub(super) async fn add(
    State(state): State<Arc<sandbox::State>>,
    JsonObject(body): JsonObject,
) -> Result<Json<Written>, Refusal> {
    let complete = server::check_create(&body).map_err(|problems| Refusal::problems(&problems))?;
    let mut new = Stored {
        id: 0,
        settings: settings::with_defaults_of_the_server(body.get("disabled")),
        credentials: Credentials::default(),
        init_date: (state.options.clock)(),
        last_indexed_date: None,
        is_going: false,
    };
    settings::apply(&mut new, complete);
    settings::name(&mut new.settings);
    settings::check_projects(&new.settings)?;
    with_state(state, move |state| {
        new.id = state.store.write(|transaction| store::add(transaction, &new))?;
        Ok(Json(Written::of(Integration::of(new)?)))
    })
    .await
}
