//! "Reindex GET API".

use std::collections::HashMap;

use axum::Json;
use axum::extract::{Query, State};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::indexing::{Progress, with_queue};
use crate::rest::refusal::{Refusal, Refused};
use crate::state::{Shared, with_state};

/// How far indexing is.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Told {
    success: bool,
    finished: bool,
    /// A number, although the thread that was started has another name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 172)]
    thread_id: Option<u64>,
    /// What is done and was done, with how much of it, in percent.
    #[schema(value_type = HashMap<String, f64>)]
    messages: Map<String, Value>,
    /// What failed, and why.
    #[schema(value_type = HashMap<String, String>)]
    errors: Map<String, Value>,
    last_operation_percent: f64,
}

/// How far indexing is
///
/// By its thread, else by the number of a repository or an integration, else of all that waits or runs. Only the last 50
/// messages are there, and all errors.
#[utoipa::path(get, path = "/index.json", tag = "Git Integration for Jira", operation_id = "reindexProgress",
    params(
        ("threadId" = Option<String>, Query, description = "The thread that was started"),
        ("repoId" = Option<i64>, Query, description = "Number of a repository"),
    ),
    responses(
        (status = 200, description = "How far it is", body = Told),
        (status = 400, description = "repoId is no number", body = Refused),
        (status = 401, description = "Not signed in, or a secure administrator session is needed"),
        (status = 403, description = "Not a Jira administrator", body = Refused),
        (status = 404, description = "No such thread", body = Refused),
    ))]
pub(in crate::rest::gitplugin) async fn progress(
    State(state): State<Shared>,
    Query(asked): Query<HashMap<String, String>>,
) -> Result<Json<Told>, Refusal> {
    with_state(state, move |state| {
        with_queue(state, |queue, _, around| {
            // The document has both spellings.
            let progress =
                match (asked.get("threadId").or_else(|| asked.get("threadID")), asked.get("repoId")) {
                    (Some(thread), _) => queue.of_thread(thread, around.now).ok_or_else(|| {
                        Refusal::not_found(
                            format!("Thread with id={thread} does not exist"),
                            "Please try again with the id of a thread that was started.",
                        )
                    })?,
                    (None, Some(id)) => match id.parse() {
                        Ok(id) => queue.of_number(id, around.now),
                        Err(_) => {
                            return Err(Refusal::bad_request(
                                format!("repoId is \"{id}\", but must be a number."),
                                "Please send repoId=133.",
                            ));
                        }
                    },
                    (None, None) => queue.of_all(around.now),
                };
            Ok(Json(Told::of(progress)))
        })
    })
    .await
}

impl Told {
    fn of(progress: Progress) -> Self {
        Self {
            success: true,
            finished: progress.finished,
            thread_id: progress.number,
            messages: progress.messages.into_iter().map(|(text, done)| (text, Value::from(done))).collect(),
            errors: progress.errors.into_iter().map(|(text, why)| (text, Value::from(why))).collect(),
            last_operation_percent: progress.last_percent,
        }
    }
}
