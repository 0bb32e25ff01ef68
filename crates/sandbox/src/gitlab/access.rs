//! Who is asking GitLab: a token in a header, or the session of a page of the same origin.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};

use super::Refusal;
use crate::access::{Role, session};
use crate::{guard, sandbox};

/// Somebody with an account. The words below are no secrets: `--help` tells them.
pub(super) struct Person {
    pub(super) id: u64,
    pub(super) username: &'static str,
    pub(super) name: &'static str,
    pub(super) level: Level,
}

/// What somebody is in every project, as the number that GitLab uses ("Members API").
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Developer = 30,
    Maintainer = 40,
}

static MAINTAINER: Person =
    Person { id: 11, username: "mara.maintainer", name: "Mara Maintainer", level: Level::Maintainer };
static DEVELOPER: Person =
    Person { id: 12, username: "dev.developer", name: "Dev Developer", level: Level::Developer };

/// Whoever is asking. Comes before everything else: who is nobody learns nothing about addresses and parameters.
pub(super) struct Caller(pub(super) &'static Person);

impl FromRequestParts<Arc<sandbox::State>> for Caller {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<sandbox::State>) -> Result<Self, Refusal> {
        let reads = reads(&parts.method);
        match token(&parts.headers) {
            Some(token) => of_token(token, reads),
            None => of_session(&parts.headers, state, reads).ok_or_else(Refusal::unauthorized),
        }
        .map(Self)
    }
}

/// Whether a request with this method changes nothing.
pub(super) fn reads(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn token(headers: &HeaderMap) -> Option<&str> {
    // A token that is no text is a wrong one, not a missing one.
    let own = headers.get("private-token").map(|value| value.to_str().unwrap_or("?").trim());
    own.filter(|token| !token.is_empty()).or_else(|| {
        let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
        scheme.eq_ignore_ascii_case("Bearer").then(|| token.trim())
    })
}

fn of_token(token: &str, reads: bool) -> Result<&'static Person, Refusal> {
    match token {
        "maintainer-token" => Ok(&MAINTAINER),
        "developer-token" => Ok(&DEVELOPER),
        // Scope read_api.
        "read-token" if reads => Ok(&MAINTAINER),
        "read-token" => Err(Refusal::insufficient_scope()),
        "expired-token" => Err(Refusal::invalid_token(
            "Token is expired. You can either do re-authorization or token refresh.",
        )),
        "revoked-token" => {
            Err(Refusal::invalid_token("Token was revoked. You have to re-authorize from the user."))
        }
        _ => Err(Refusal::unauthorized()),
    }
}

/// A session counts for pages of this server only, and changes something only with the token that its pages hold:
/// otherwise the request is one of nobody, not a wrong one.
fn of_session(headers: &HeaderMap, state: &sandbox::State, reads: bool) -> Option<&'static Person> {
    let id = session::presented(headers)?;
    let account = state.sessions.account(id)?;
    if guard::is_foreign(headers) {
        return None;
    }
    if !reads {
        let shown = headers.get("x-csrf-token")?.to_str().ok()?;
        state.sessions.csrf(id).filter(|token| token == shown)?;
    }
    Some(match account.role {
        Role::Administrator => &MAINTAINER,
        Role::User => &DEVELOPER,
    })
}
