//! Refused requests, in the different forms that GitLab's servers use.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::body::Unread;

/// A refused request. Nothing was changed.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// A status and its JSON.
    Said(StatusCode, Value),
    /// The project has another address.
    Moved(String),
}

impl Refusal {
    /// From the layers for authentication, access and resources that do not exist.
    fn message(status: StatusCode, message: impl Into<Value>) -> Self {
        Self::Said(status, json!({ "message": message.into() }))
    }

    /// From the layer that reads addresses and parameters.
    fn error(status: StatusCode, error: impl Into<Value>) -> Self {
        Self::Said(status, json!({ "error": error.into() }))
    }

    pub(crate) fn unauthorized() -> Self {
        Self::message(StatusCode::UNAUTHORIZED, "401 Unauthorized")
    }

    pub(crate) fn invalid_token(description: &str) -> Self {
        let body = json!({ "error": "invalid_token", "error_description": description });
        Self::Said(StatusCode::UNAUTHORIZED, body)
    }

    /// `scopes` are all those of the address, also those that this method does not accept (seen on gitlab.com).
    pub(crate) fn insufficient_scope(scopes: &[&str]) -> Self {
        let description = "The request requires higher privileges than provided by the access token.";
        let body = json!({ "error": "insufficient_scope", "error_description": description, "scope": scopes.join(" ") });
        Self::Said(StatusCode::FORBIDDEN, body)
    }

    pub(crate) fn forbidden() -> Self {
        Self::message(StatusCode::FORBIDDEN, "403 Forbidden")
    }

    /// `what` is such as "Project" or "Integration".
    pub(crate) fn not_found(what: &str) -> Self {
        Self::message(StatusCode::NOT_FOUND, format!("404 {what} Not Found"))
    }

    pub(crate) fn no_such_address() -> Self {
        Self::error(StatusCode::NOT_FOUND, "404 Not Found")
    }

    pub(crate) fn wrong_method() -> Self {
        Self::error(StatusCode::METHOD_NOT_ALLOWED, "405 Not Allowed")
    }

    pub(crate) fn moved(address: String, reads: bool) -> Self {
        if reads {
            return Self::Moved(address);
        }
        let message = "Non GET methods are not allowed for moved projects";
        Self::message(StatusCode::METHOD_NOT_ALLOWED, message)
    }

    /// Parameters with errors, each as a text such as "webhook is missing".
    pub(crate) fn parameters(faults: &[String]) -> Self {
        Self::error(StatusCode::BAD_REQUEST, faults.join(", "))
    }

    pub(crate) fn unknown_slug() -> Self {
        Self::parameters(&["slug does not have a valid value".to_owned()])
    }

    /// For lack of a license, or because groups do not have it.
    pub(crate) fn not_available() -> Self {
        Self::bad_request("400 Integration not available")
    }

    /// `verb` is "create" or "disable".
    pub(crate) fn not_by_the_api(verb: &str, title: &str) -> Self {
        let message = format!("You cannot {verb} the {title} integration from the API");
        Self::message(StatusCode::UNPROCESSABLE_ENTITY, message)
    }

    pub(crate) fn bad_request(message: impl Into<Value>) -> Self {
        Self::message(StatusCode::BAD_REQUEST, message)
    }

    pub(crate) fn precondition_failed() -> Self {
        Self::message(StatusCode::PRECONDITION_FAILED, "412 Precondition Failed")
    }

    pub(crate) fn not_the_format() -> Self {
        Self::error(StatusCode::BAD_REQUEST, "message body does not match declared format")
    }

    pub(crate) fn unsupported_type(found: &str) -> Self {
        let error = format!("The provided content-type '{found}' is not supported.");
        Self::error(StatusCode::UNSUPPORTED_MEDIA_TYPE, error)
    }

    fn internal() -> Self {
        Self::message(StatusCode::INTERNAL_SERVER_ERROR, "500 Internal Server Error")
    }
}

impl From<Unread> for Refusal {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::TooLarge => Self::message(StatusCode::PAYLOAD_TOO_LARGE, "413 Request Entity Too Large"),
            Unread::BrokenOff(_) => Self::not_the_format(),
        }
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(_: rusqlite::Error) -> Self {
        Self::internal()
    }
}

impl From<tokio::task::JoinError> for Refusal {
    fn from(_: tokio::task::JoinError) -> Self {
        Self::internal()
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Self::Said(status, body) => (status, Json(body)).into_response(),
            Self::Moved(address) => match HeaderValue::from_str(&address) {
                Ok(location) => {
                    let text = format!("This resource has been moved permanently to {address}.");
                    (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, location)], text).into_response()
                }
                Err(_) => Self::no_such_address().into_response(),
            },
        }
    }
}
