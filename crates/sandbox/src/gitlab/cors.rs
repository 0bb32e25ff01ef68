//! Cross-origin headers of GitLab: every origin may send a token, only its own a session.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::guard;

/// What scripts of other origins may read. Not `Retry-After`, not `RateLimit-*`, not `Location`.
const EXPOSED: &str = "Link, X-Total, X-Total-Pages, X-Per-Page, X-Page, X-Next-Page, X-Prev-Page, X-Gitlab-Blob-Id, \
    X-Gitlab-Commit-Id, X-Gitlab-Content-Sha256, X-Gitlab-Encoding, X-Gitlab-File-Name, X-Gitlab-File-Path, \
    X-Gitlab-Last-Commit-Id, X-Gitlab-Ref, X-Gitlab-Size, X-Request-Id, ETag";

/// Answers preflights, and adds the headers to all other answers.
pub(super) async fn share(request: Request, next: Next) -> Response {
    let asked = request.headers();
    if !asked.contains_key(header::ORIGIN) {
        return next.run(request).await;
    }
    let asked = asked.clone();
    let names = asked.get(header::ACCESS_CONTROL_REQUEST_HEADERS).cloned();
    let is_preflight =
        request.method() == Method::OPTIONS && asked.contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    let mut response = if is_preflight { StatusCode::OK.into_response() } else { next.run(request).await };
    let headers = response.headers_mut();
    allow(&asked, headers);
    if let (true, Some(names)) = (is_preflight, names) {
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, names);
    }
    response
}

/// Adds the headers to the answer to a request of a page: `asked` are the headers of the request.
pub(crate) fn allow(asked: &HeaderMap, headers: &mut HeaderMap) {
    let Some(origin) = asked.get(header::ORIGIN).cloned() else { return };
    let own = (!guard::is_foreign(asked)).then_some(origin);
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    set(header::ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    set(header::ACCESS_CONTROL_MAX_AGE, "7200");
    set(header::VARY, "Origin");
    match own {
        Some(origin) => {
            set(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
        None => set(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    }
}
