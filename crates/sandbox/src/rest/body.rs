//! Reading a request body: one JSON object of at most one mebibyte.

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use http_body_util::BodyExt;
use patchbay_model::Object;
use serde_json::Value;

use super::Refusal;

/// The most that a body may have, in bytes.
const LIMIT: usize = 1 << 20;
/// How much of a body that is too large is read and thrown away, so that the client can finish sending and then read
/// why it was refused.
const PATIENCE: usize = 16 << 20;

/// The JSON object that the request carries.
pub(crate) struct JsonObject(pub(crate) Object);

impl<S: Send + Sync> FromRequest<S> for JsonObject {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        let (parts, body) = request.into_parts();
        let bytes = read(body).await?;
        check_type(&parts.headers)?;
        parse(&bytes).map(Self)
    }
}

async fn read(mut body: Body) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let mut seen = 0;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|fault| {
            Refusal::bad_request(
                format!("The request body broke off: {fault}."),
                "Please send the request again.",
            )
        })?;
        let Some(data) = frame.data_ref() else { continue };
        seen += data.len();
        if seen > PATIENCE {
            break;
        }
        if seen <= LIMIT {
            bytes.extend_from_slice(data);
        }
    }
    if seen > LIMIT { Err(Refusal::too_large(LIMIT)) } else { Ok(bytes) }
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
        Value::String(_) => "a text",
        Value::Number(_) => "a number",
        Value::Bool(_) => "true or false",
        Value::Null => "null",
    };
    Err(Refusal::bad_request(format!("The request body is {found}, but has to be a JSON object."), advice))
}
