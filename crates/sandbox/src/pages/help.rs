//! A page of GitLab. Like every page of GitLab, it holds the CSRF token.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::html;
use crate::access::session;
use crate::state::Shared;

/// Without a session the page holds a token that no request can use.
pub(crate) async fn show(State(state): State<Shared>, headers: HeaderMap) -> Response {
    let of_session = session::presented(&headers).and_then(|id| state.sessions.csrf(id));
    let token = of_session.or_else(session::unguessable).unwrap_or_default();
    let head = format!(
        "<meta name=\"csrf-param\" content=\"authenticity_token\">\n<meta name=\"csrf-token\" content=\"{token}\">\n"
    );
    let body = "<p>This is the sandbox’s GitLab. Its REST API is under <code>/api/v4</code> and described in \
        <a href=\"openapi.json\">openapi.json</a>.</p>";
    html::page_with(StatusCode::OK, "GitLab", &head, body)
}
