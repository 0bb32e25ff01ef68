//! The "Reindex POST API" of 4.16 and before, which is deprecated since and removed by no document.

use axum::Json;
use axum::extract::{FromRequest, Request, State};
use axum::http::header;
use serde_json::Value;

use super::started::{Started, start};
use crate::body::{self, Unread};
use crate::rest::refusal::{Refusal, Refused};
use crate::state::{Shared, with_state};

/// Index a repository or everything, as until 4.16
///
/// A form in several parts (the last document), a form as browsers send it, or JSON with a list (earlier documents). The
/// answer says that it is finished, as in the documents, although it has only begun.
#[utoipa::path(post, path = "/index", tag = "Git Integration for Jira", operation_id = "indexAsBefore",
    request_body(content = String, content_type = "multipart/form-data", description = "repoId=133"),
    responses(
        (status = 200, description = "In the queue", body = Started),
        (status = 400, description = "repoId is no number", body = Refused),
        (status = 401, description = "Not signed in, or a secure administrator session is needed"),
        (status = 403, description = "Not a Jira administrator, or a request from another origin", body = Refused),
        (status = 404, description = "No such repository", body = Refused),
        (status = 415, description = "A body that is neither a form nor JSON", body = Refused),
    ))]
pub(in crate::rest::gitplugin) async fn index(
    State(state): State<Shared>,
    asked: RepoId,
) -> Result<Json<Started>, Refusal> {
    with_state(state, move |state| Ok(Json(start(state, asked.0, 24, true)?))).await
}

/// `repoId`, in any of the formats.
pub(in crate::rest::gitplugin) struct RepoId(Option<i64>);

impl<S: Send + Sync> FromRequest<S> for RepoId {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        let (parts, sent) = request.into_parts();
        let bytes = body::read(sent).await.map_err(|unread| match unread {
            Unread::TooLarge => Refusal::too_large(body::LIMIT),
            Unread::BrokenOff(fault) => Refusal::bad_request(
                format!("The request body is incomplete: {fault}."),
                "Please send it again.",
            ),
        })?;
        let kind =
            parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let found = match kind.split(';').next().unwrap_or_default().trim() {
            _ if text.trim().is_empty() => return Ok(Self(None)),
            "multipart/form-data" => of_parts(&text),
            "application/x-www-form-urlencoded" => {
                let pairs = form_urlencoded::parse(&bytes).find(|(name, _)| name == "repoId");
                pairs.map(|(_, value)| value.into_owned())
            }
            "application/json" => of_json(&text),
            other => return Err(Refusal::not_json_type(other)),
        };
        let Some(found) = found else { return Ok(Self(None)) };
        let number = found.trim().trim_start_matches('[').trim_end_matches(']').trim().parse().ok();
        number.filter(|id: &i64| *id > 0).map(|id| Self(Some(id))).ok_or_else(|| {
            Refusal::bad_request(
                format!("repoId is \"{found}\", but must be a number."),
                "Please send repoId=133.",
            )
        })
    }
}

/// The value of the part that is called `repoId`.
fn of_parts(text: &str) -> Option<String> {
    let (_, part) = text.split_once("name=\"repoId\"")?;
    let (_, value) = part.split_once("\r\n\r\n")?;
    value.split("\r\n--").next().map(str::to_owned)
}

fn of_json(text: &str) -> Option<String> {
    let value: Value = serde_json::from_str(text).ok()?;
    Some(value.get("repoId")?.to_string())
}
