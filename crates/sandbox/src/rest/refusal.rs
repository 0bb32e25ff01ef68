//! Refused requests: the documented body with `error` and `advice`, and Jira's own where no app has such a resource.

use axum::Json;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use patchbay_model::Problem;
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

/// A refused request. Nothing was changed.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    body: Refused,
    /// Whether Jira itself refuses it, because no app has such a resource: then the body is Jira's.
    is_by_jira: bool,
}

/// The body of every refusal ("Remove Integration", example 2).
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Refused {
    /// Always false.
    success: bool,
    /// What is wrong.
    #[schema(example = "Repository with id=5 does not exist")]
    error: String,
    /// What to do about it.
    #[schema(example = "Please try again with an existing repository id.")]
    advice: String,
}

impl Refusal {
    fn new(status: StatusCode, error: impl Into<String>, advice: impl Into<String>) -> Self {
        let body = Refused { success: false, error: error.into(), advice: advice.into() };
        Self { status, body, is_by_jira: false }
    }

    pub(crate) fn bad_request(error: impl Into<String>, advice: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, error, advice)
    }

    pub(crate) fn not_found(error: impl Into<String>, advice: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, error, advice)
    }

    /// The words of the "Remove Integration" document, which calls an integration a repository.
    pub(crate) fn unknown_id(id: i64) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            format!("Repository with id={id} does not exist"),
            "Please try again with an existing repository id.",
        )
    }

    /// The model's rules that the body breaks; each sentence names its field.
    pub(crate) fn problems(problems: &[Problem]) -> Self {
        let error = problems.iter().map(|problem| problem.message.as_str()).collect::<Vec<_>>().join(" ");
        let mut fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        fields.retain(|field| !field.is_empty());
        fields.dedup();
        let advice = if fields.is_empty() {
            "Please correct the request and send it again.".to_owned()
        } else {
            format!("Please correct {} and send the request again.", fields.join(", "))
        };
        Self::bad_request(error, advice)
    }

    pub(crate) fn too_large(limit: usize) -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            format!("The request body is larger than {limit} bytes."),
            "Please send the settings of one integration only.",
        )
    }

    pub(crate) fn not_json_type(found: &str) -> Self {
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            format!("The request body has the content type \"{found}\", but must be \"application/json\"."),
            "Please send the header Content-Type: application/json.",
        )
    }

    pub(crate) fn not_an_administrator(name: &str) -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            format!("{name} is not a Jira administrator."),
            "Please sign in as a Jira administrator.",
        )
    }

    pub(crate) fn unknown_path(path: &str) -> Self {
        let error = format!("There is no REST resource at {path}.");
        Self { is_by_jira: true, ..Self::not_found(error, "") }
    }

    pub(crate) fn wrong_method(method: &Method, path: &str) -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            format!("{path} does not accept {method}."),
            "Please see /openapi.json for its methods.",
        )
    }

    fn internal(error: String) -> Self {
        let advice = "Nothing was changed. Please try again. If it fails again, start the sandbox with another database file.";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, error, advice)
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(fault: rusqlite::Error) -> Self {
        Self::internal(format!("The database failed: {fault}."))
    }
}

impl From<tokio::task::JoinError> for Refusal {
    fn from(fault: tokio::task::JoinError) -> Self {
        Self::internal(format!("The request was interrupted: {fault}."))
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        if self.is_by_jira {
            let body = json!({ "message": self.body.error, "status-code": self.status.as_u16() });
            return (self.status, Json(body)).into_response();
        }
        (self.status, Json(self.body)).into_response()
    }
}
