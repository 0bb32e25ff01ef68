//! The parameters of a request, from the query and from a body of JSON or of a form, as one object.

use axum::extract::{FromRequest, Request};
use axum::http::header;
use patchbay_model::Object;
use serde_json::Value;

use super::refusal::Refusal;
use crate::body;

/// All parameters; the body overrides the query.
pub(super) struct Parameters(pub(super) Object);

impl<S: Send + Sync> FromRequest<S> for Parameters {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        let (parts, body) = request.into_parts();
        let bytes = body::read(body).await?;
        let mut all = form(parts.uri.query().unwrap_or_default().as_bytes());
        if bytes.is_empty() {
            return Ok(Self(all));
        }
        let found =
            parts.headers.get(header::CONTENT_TYPE).map_or("", |kind| kind.to_str().unwrap_or_default());
        match found.split(';').next().unwrap_or_default().trim() {
            "application/json" => match serde_json::from_slice(&bytes) {
                Ok(Value::Object(object)) => all.extend(object),
                // Only an object has names for its values.
                Ok(Value::Array(_) | Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null) => {}
                Err(_) => return Err(Refusal::not_the_format()),
            },
            "application/x-www-form-urlencoded" => all.extend(form(&bytes)),
            _ => return Err(Refusal::unsupported_type(found)),
        }
        Ok(Self(all))
    }
}

fn form(text: &[u8]) -> Object {
    form_urlencoded::parse(text).map(|(name, value)| (name.into_owned(), Value::from(value))).collect()
}
