//! "Add New Repository".

use axum::Json;
use axum::extract::State;
use patchbay_model::gij::server;
use serde_json::Value;

use super::answer::{Alike, Repository};
use super::openapi::NewRepository;
use crate::indexing::with_queue;
use crate::rest::gitplugin::body::JsonObject;
use crate::rest::gitplugin::settings;
use crate::rest::refusal::{Refusal, Refused};
use crate::state::{Shared, with_state};
use crate::store::repository::{self, Stored};

/// Add a repository that no integration tracks
///
/// The answer is the repository alone, without a flag.
#[utoipa::path(post, path = "/repository", tag = "Git Integration for Jira", operation_id = "addRepository",
    request_body = NewRepository,
    responses(
        (status = 200, description = "The new repository", body = Repository),
        (status = 400, description = "Not JSON, or a rule is broken", body = Refused),
        (status = 401, description = "Not signed in, or a secure administrator session is needed"),
        (status = 403, description = "Not a Jira administrator, or a request from another origin", body = Refused),
        (status = 413, description = "A body over 1 MiB", body = Refused),
        (status = 415, description = "A body of another type than application/json", body = Refused),
    ))]
pub(in crate::rest::gitplugin) async fn add(
    State(state): State<Shared>,
    JsonObject(body): JsonObject,
) -> Result<Json<Repository>, Refusal> {
    let mut own = server::check_repository_create(&body).map_err(|problems| Refusal::problems(&problems))?;
    settings::check_projects(&own)?;
    let text = |value: Option<Value>| value.and_then(|value| value.as_str().map(str::to_owned));
    let origin = text(own.get("origin").cloned()).unwrap_or_default();
    let end = origin.trim_end_matches('/').rsplit(['/', '\\']).next().unwrap_or_default();
    let name = text(own.get("displayName").cloned()).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| end.strip_suffix(".git").unwrap_or(end).to_owned());
    let disabled = own.shift_remove("disabled") == Some(Value::Bool(true));
    // "Add New Repository": master where nothing else is said.
    let main_branch = text(own.shift_remove("mainBranch")).unwrap_or_else(|| "master".to_owned());
    with_state(state, move |state| {
        with_queue(state, |queue, transaction, around| {
            let new = Stored {
                id: repository::next_alone(transaction)?,
                integration: None,
                name,
                group: String::new(),
                origin,
                main_branch,
                settings: own,
                disabled,
                init_date: around.clock,
                last_indexed_date: None,
                fault: None,
            };
            repository::save(transaction, &new)?;
            Ok(Json(Repository::of(&new, &Alike::of(None), &queue.under_way(), state.options.gij)))
        })
    })
    .await
}
