//! Who is asking GitLab: a token in a header, or the session of a page of the same origin.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};

use super::Refusal;
use super::tokens::{self, Token};
use crate::access::{Role, session};
use crate::{guard, sandbox};

/// Somebody with an account.
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

pub(super) static MAINTAINER: Person =
    Person { id: 11, username: "mara.maintainer", name: "Mara Maintainer", level: Level::Maintainer };
pub(super) static DEVELOPER: Person =
    Person { id: 12, username: "dev.developer", name: "Dev Developer", level: Level::Developer };

/// Whoever is asking for something of a project's. Comes before everything else: who is nobody learns nothing about
/// addresses and parameters.
pub(super) struct Caller(pub(super) &'static Person);

impl FromRequestParts<Arc<sandbox::State>> for Caller {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<sandbox::State>) -> Result<Self, Refusal> {
        identify(parts, state, &["api", "read_api"]).map(Self)
    }
}

/// Whoever is asking for what everybody with an account may know: a token that only reads profiles is enough.
pub(super) struct Known(pub(super) &'static Person);

impl FromRequestParts<Arc<sandbox::State>> for Known {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<sandbox::State>) -> Result<Self, Refusal> {
        identify(parts, state, &["api", "read_user", "read_api"]).map(Self)
    }
}

/// The token that asks, whatever it is for.
pub(super) struct Presented(pub(super) &'static Token);

impl FromRequestParts<Arc<sandbox::State>> for Presented {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<sandbox::State>) -> Result<Self, Refusal> {
        let word = token(&parts.headers).ok_or_else(Refusal::unauthorized)?;
        tokens::find(word).map(Self)
    }
}

/// `scopes` are enough to read; to change something takes `api`. A refusal names all of them all the same.
fn identify(
    parts: &Parts,
    state: &sandbox::State,
    scopes: &'static [&'static str],
) -> Result<&'static Person, Refusal> {
    let reads = reads(&parts.method);
    let Some(word) = token(&parts.headers) else {
        return of_session(&parts.headers, state, reads).ok_or_else(Refusal::unauthorized);
    };
    let token = tokens::find(word)?;
    let enough = if reads { scopes } else { &["api"] };
    if token.has_one_of(enough) { Ok(token.owner) } else { Err(Refusal::insufficient_scope(scopes)) }
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
