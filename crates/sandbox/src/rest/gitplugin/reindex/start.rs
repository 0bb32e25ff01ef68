//! "Reindex POST API", since 4.17.

use axum::Json;
use axum::extract::State;
use serde_json::Value;
use utoipa::ToSchema;

use super::started::{Started, start};
use crate::rest::gitplugin::body::MaybeJson;
use crate::rest::refusal::{Refusal, Refused};
use crate::state::{Shared, with_state};

/// What is indexed.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it is only described")]
#[schema(rename_all = "camelCase")]
pub(super) struct Asked {
    /// Number of a repository or, which no document says, of an integration. Everything without it.
    repo_id: Option<i64>,
    /// Higher ones come first; at least 1.
    #[schema(default = 24, minimum = 1)]
    priority: Option<i64>,
}

/// Index a repository, an integration or everything
///
/// A request for what waits already is dropped; the answer then has its thread. What is disabled is not indexed, which is
/// no error. Administrators only: the document also lets in users with View Development Tools on a project of the
/// repository, and this Jira has no such permission.
#[utoipa::path(post, path = "/reindex", tag = "Git Integration for Jira", operation_id = "reindex",
    request_body(content = inline(Asked), description = "May be empty: then everything is indexed"),
    responses(
        (status = 200, description = "In the queue", body = Started),
        (status = 400, description = "Not JSON, or a value that is no number of at least 1", body = Refused),
        (status = 401, description = "Not signed in, or a secure administrator session is needed"),
        (status = 403, description = "Not a Jira administrator, or a request from another origin", body = Refused),
        (status = 404, description = "No such repository", body = Refused),
        (status = 415, description = "A body of another type than application/json", body = Refused),
    ))]
pub(crate) async fn reindex(
    State(state): State<Shared>,
    MaybeJson(body): MaybeJson,
) -> Result<Json<Started>, Refusal> {
    let number = |key: &str| match body.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => value.as_i64().filter(|number| *number > 0).map(Some).ok_or_else(|| {
            Refusal::bad_request(
                format!("{key}: Send a whole number of at least 1."),
                format!("Please correct {key} and send the request again."),
            )
        }),
    };
    let (id, priority) = (number("repoId")?, number("priority")?.unwrap_or(24));
    with_state(state, move |state| Ok(Json(start(state, id, priority, false)?))).await
}
