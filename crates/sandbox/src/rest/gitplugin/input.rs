//! What the address holds: the number in the path, flags in the query.

use std::collections::HashMap;

use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;

use crate::rest::refusal::Refusal;

/// The number in the path.
pub(super) struct Id(pub(super) i64);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let text = Path::<String>::from_request_parts(parts, state).await.map(|Path(text)| text);
        let text = text.unwrap_or_default();
        text.parse().ok().filter(|id| *id > 0).map(Self).ok_or_else(|| {
            Refusal::bad_request(
                format!("\"{text}\" in the address is not the id of an integration."),
                "Please use a whole number of at least 1, as in /integration/3.",
            )
        })
    }
}

/// The flags in the query.
pub(super) struct Flags(HashMap<String, String>);

impl<S: Send + Sync> FromRequestParts<S> for Flags {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        match Query::from_request_parts(parts, state).await {
            Ok(Query(flags)) => Ok(Self(flags)),
            Err(fault) => Err(Refusal::bad_request(
                format!("The query of the address cannot be read: {fault}."),
                "Please write it as name=value.",
            )),
        }
    }
}

impl Flags {
    /// The flag with this name; `None` when the query does not have it.
    pub(super) fn get(&self, name: &str) -> Result<Option<bool>, Refusal> {
        match self.0.get(name).map(String::as_str) {
            None => Ok(None),
            Some("true") => Ok(Some(true)),
            Some("false") => Ok(Some(false)),
            Some(other) => Err(Refusal::bad_request(
                format!("{name} is \"{other}\", but must be true or false."),
                format!("Please send {name}=true or {name}=false."),
            )),
        }
    }
}
