//! Who sends a request to GitLab, by a token in a header or by the session of a page of the same origin.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};

use super::people::{DEVELOPER, OWNER, Person};
use super::refusal::Refusal;
use super::tokens::{self, Token};
use crate::access::accounts::Role;
use crate::access::session;
use crate::guard;
use crate::state::{Shared, State};

/// A person who may use the API for projects. Handlers name it first: without an account a request learns nothing about
/// addresses and parameters.
pub(super) struct Caller(pub(super) &'static Person);

impl FromRequestParts<Shared> for Caller {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &Shared) -> Result<Self, Refusal> {
        identify(parts, state, &["api", "read_api"]).map(Self)
    }
}

/// A person with an account: a token that only reads profiles is enough.
pub(super) struct SignedIn(pub(super) &'static Person);

impl FromRequestParts<Shared> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &Shared) -> Result<Self, Refusal> {
        identify(parts, state, &["api", "read_user", "read_api"]).map(Self)
    }
}

/// The token of the request, with any scope.
pub(super) struct Presented(pub(super) &'static Token);

impl FromRequestParts<Shared> for Presented {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &Shared) -> Result<Self, Refusal> {
        let word = token(&parts.headers).ok_or_else(Refusal::unauthorized)?;
        tokens::find(word).map(Self)
    }
}

/// `scopes` are enough to read; changes need `api`. A refusal always names all of `scopes`.
fn identify(
    parts: &Parts,
    state: &State,
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

/// Whether requests with this method only read.
pub(super) fn reads(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn token(headers: &HeaderMap) -> Option<&str> {
    // A token that is not text is wrong, not missing.
    let own = headers.get("private-token").map(|value| value.to_str().unwrap_or("?").trim());
    own.filter(|token| !token.is_empty()).or_else(|| {
        let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
        scheme.eq_ignore_ascii_case("Bearer").then(|| token.trim())
    })
}

/// A session is accepted from pages of this server only, and for changes only with the CSRF token. Otherwise the request
/// has no account.
fn of_session(headers: &HeaderMap, state: &State, reads: bool) -> Option<&'static Person> {
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
        Role::Administrator => &OWNER,
        Role::User => &DEVELOPER,
    })
}
