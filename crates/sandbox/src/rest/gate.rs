//! Who may use the REST APIs: Jira's own needs an account, Git Integration for Jira an administrator.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde_json::json;

use super::refusal::Refusal;
use crate::access::accounts::{Account, Role};
use crate::access::identity::{Identity, identify};
use crate::state::Shared;

/// Passes requests of people who are signed in; handlers find the account as an extension.
pub(crate) async fn require_signed_in(
    State(state): State<Shared>,
    mut request: Request,
    next: Next,
) -> Response {
    let Some(Identity { account, .. }) = identify(request.headers(), &state.sessions) else {
        return not_signed_in();
    };
    request.extensions_mut().insert(account);
    next.run(request).await
}

/// Passes requests of Jira administrators, in a secure administrator session where the sandbox asks for one.
pub(crate) async fn require_administrator(
    State(state): State<Shared>,
    request: Request,
    next: Next,
) -> Response {
    let Some(identity) = identify(request.headers(), &state.sessions) else { return not_signed_in() };
    if identity.account.role != Role::Administrator {
        return Refusal::not_an_administrator(identity.account.name).into_response();
    }
    if identity.needs_websudo && state.asks_for_websudo() {
        return unauthorized("This resource requires WebSudo.");
    }
    next.run(request).await
}

/// The account that `require_signed_in` found.
pub(crate) type SignedIn = Extension<&'static Account>;

fn not_signed_in() -> Response {
    unauthorized("Client must be authenticated to access this resource.")
}

fn unauthorized(message: &str) -> Response {
    let body = Json(json!({ "message": message, "status-code": 401 }));
    let mut response = (StatusCode::UNAUTHORIZED, body).into_response();
    // Not "Basic": the browser would open its own password dialog over the page.
    let challenge = HeaderValue::from_static("OAuth realm=\"Patchbay sandbox\"");
    response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
    response
}
