//! "Update Existing Repository" and "Update Nested Repository API".

use axum::Json;
use axum::extract::State;
use patchbay_model::Object;
use patchbay_model::gij::{IntegrationType, Repository as Read, server};
use serde_json::Value;

use super::answer::{Alike, Repository};
use super::openapi::ChangedRepository;
use crate::indexing::{make_all_known, with_queue};
use crate::rest::gitplugin::body::JsonObject;
use crate::rest::gitplugin::settings::check_projects;
use crate::rest::refusal::{Refusal, Refused};
use crate::state::{Shared, with_state};
use crate::store::{jira, repository};

/// Change a repository
///
/// Only what is sent changes. What is read-only for a repository of an integration is ignored without a word, as the
/// document says. The answer is the repository alone, without a flag.
#[utoipa::path(put, path = "/repository", tag = "Git Integration for Jira", operation_id = "updateRepository",
    request_body = ChangedRepository,
    responses(
        (status = 200, description = "The changed repository", body = Repository),
        (status = 400, description = "Not JSON, no id, or a rule is broken; before 5.2 also a repository of an integration", body = Refused),
        (status = 401, description = "Not signed in, or a secure administrator session is needed"),
        (status = 403, description = "Not a Jira administrator, or a request from another origin", body = Refused),
        (status = 404, description = "No such repository", body = Refused),
        (status = 413, description = "A body over 1 MiB", body = Refused),
        (status = 415, description = "A body of another type than application/json", body = Refused),
    ))]
pub(in crate::rest::gitplugin) async fn change(
    State(state): State<Shared>,
    JsonObject(body): JsonObject,
) -> Result<Json<Repository>, Refusal> {
    let id = id_of(&body)?;
    with_state(state, move |state| {
        let gij = state.options.gij;
        with_queue(state, |queue, transaction, around| {
            make_all_known(transaction, around.clock, around.repositories)?;
            let found = repository::find(transaction, id)?;
            let mut stored = found.ok_or_else(|| Refusal::unknown_id(id))?;
            let integration = match stored.integration {
                Some(id) => jira::find(transaction, id, around.clock)?,
                None => None,
            };
            if integration.is_some() && !gij.updates_nested() {
                return Err(Refusal::bad_request(
                    format!("Repository with id={id} belongs to an integration."),
                    "Please change the integration.",
                ));
            }
            let alike = Alike::of(integration.as_ref());
            let settings = alike.settings(&stored);
            let kind = settings.get("integrationType").and_then(Value::as_str).unwrap_or_default();
            let kind = IntegrationType::parse(kind);
            let read = Read { id: id.unsigned_abs(), settings };
            let mut patch = server::check_repository_update(&kind, &read, &body)
                .map_err(|problems| Refusal::problems(&problems))?;
            check_projects(&patch)?;
            gij.forget_newer(&mut patch);
            if let Some(disabled) = patch.shift_remove("disabled") {
                stored.disabled = disabled == Value::Bool(true);
            }
            stored.settings.extend(patch);
            // "Update Nested Repository API": the projects are ignored when global is true.
            if stored.settings.get("global") == Some(&Value::Bool(true)) {
                stored.settings.insert("projectMappingIds".into(), Value::Array(Vec::new()));
            }
            repository::save(transaction, &stored)?;
            Ok(Json(Repository::of(&stored, &alike, &queue.under_way(), gij)))
        })
    })
    .await
}

fn id_of(body: &Object) -> Result<i64, Refusal> {
    body.get("id").and_then(Value::as_i64).filter(|id| *id > 0).ok_or_else(|| {
        Refusal::bad_request(
            "id: It is required. Send the number of a repository.",
            "Please correct id and send the request again.",
        )
    })
}
