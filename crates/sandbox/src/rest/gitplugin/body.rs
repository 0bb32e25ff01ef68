//! The body of a request to Git Integration for Jira: one JSON object.

use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use patchbay_model::Object;
use serde_json::Value;

use crate::body::{self, LIMIT, Unread};
use crate::rest::refusal::Refusal;

pub(super) struct JsonObject(pub(super) Object);

impl<S: Send + Sync> FromRequest<S> for JsonObject {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        let (parts, body) = request.into_parts();
        let bytes = body::read(body).await.map_err(refuse)?;
        check_type(&parts.headers)?;
        parse(&bytes).map(Self)
    }
}

/// The same, or nothing: then it has no fields.
pub(super) struct MaybeJson(pub(super) Object);

impl<S: Send + Sync> FromRequest<S> for MaybeJson {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        let (parts, body) = request.into_parts();
        let bytes = body::read(body).await.map_err(refuse)?;
        if bytes.trim_ascii().is_empty() {
            return Ok(Self(Object::new()));
        }
        check_type(&parts.headers)?;
        parse(&bytes).map(Self)
    }
}

fn refuse(unread: Unread) -> Refusal {
    match unread {
        Unread::TooLarge => Refusal::too_large(LIMIT),
        Unread::BrokenOff(fault) => Refusal::bad_request(
            format!("The request body is incomplete: {fault}."),
            "Please send the request again.",
        ),
    }
}

fn check_type(headers: &HeaderMap) -> Result<(), Refusal> {
    let found = headers.get(header::CONTENT_TYPE).map_or("", |value| value.to_str().unwrap_or_default());
    let essence = found.split(';').next().unwrap_or_default().trim();
    if essence.eq_ignore_ascii_case("application/json") { Ok(()) } else { Err(Refusal::not_json_type(found)) }
}

fn parse(bytes: &[u8]) -> Result<Object, Refusal> {
    let advice = "Please send one JSON object, such as {\"displayName\": \"platform-core\"}.";
    let value = serde_json::from_slice(bytes)
        .map_err(|fault| Refusal::bad_request(format!("The request body is not JSON: {fault}."), advice))?;
    let found = match value {
        Value::Object(object) => return Ok(object),
        Value::Array(_) => "an array",
        Value::String(_) => "text",
        Value::Number(_) => "a number",
        Value::Bool(_) => "true or false",
        Value::Null => "null",
    };
    Err(Refusal::bad_request(format!("The request body is {found}, but must be a JSON object."), advice))
}
