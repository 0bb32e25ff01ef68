//! "Add New Integration".

use axum::Json;
use axum::extract::State;
use patchbay_model::Object;
use patchbay_model::gij::server;

use super::answer::{Integration, Written};
use super::body::JsonObject;
use super::openapi::NewIntegration;
use super::settings;
use crate::host::Reach;
use crate::rest::refusal::{Refusal, Refused};
use crate::state::{Shared, with_state};
use crate::store::jira::{self, Credentials, Stored};

/// Add an integration
///
/// What is left out gets its default. Fields that no document names are ignored.
#[utoipa::path(post, path = "/integration", tag = "Git Integration for Jira", operation_id = "addIntegration",
    request_body = NewIntegration,
    responses(
        (status = 200, description = "The new integration", body = Written),
        (status = 400, description = "Not JSON, or a rule is broken", body = Refused),
        (status = 401, description = "Not signed in, or a secure administrator session is needed"),
        (status = 403, description = "Not a Jira administrator, or a request from another origin", body = Refused),
        (status = 413, description = "A body over 1 MiB", body = Refused),
        (status = 415, description = "A body of another type than application/json", body = Refused),
    ))]
pub(super) async fn add(
    State(state): State<Shared>,
    JsonObject(mut body): JsonObject,
) -> Result<Json<Written>, Refusal> {
    state.options.gij.forget_newer(&mut body);
    let complete = server::check_create(&body).map_err(|problems| Refusal::problems(&problems))?;
    let mut new = Stored {
        id: 0,
        settings: Object::new(),
        credentials: Credentials::default(),
        init_date: state.now(),
        last_indexed_date: None,
        is_removed: false,
        is_tracked: false,
        reach: Reach::Whole,
    };
    settings::apply(&mut new, complete);
    settings::name(&mut new.settings);
    settings::check_projects(&new.settings)?;
    with_state(state, move |state| {
        new.id = state.store.write(|transaction| jira::add(transaction, &new))?;
        Ok(Json(Written::of(Integration::of(new, state.options.gij))))
    })
    .await
}
