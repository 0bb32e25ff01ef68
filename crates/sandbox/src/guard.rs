//! Refuses requests for another `Host` (DNS rebinding) and changes from another origin (XSRF).

use std::net::{IpAddr, SocketAddr};

use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::state::Shared;

pub(crate) async fn check(State(state): State<Shared>, request: Request, next: Next) -> Response {
    let Some(host) = own_host(&request, state.options.listen) else {
        let message =
            "This sandbox does not answer under this host name. Open it as localhost or by its address.";
        return (StatusCode::MISDIRECTED_REQUEST, message).into_response();
    };
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    // GitLab's API answers every origin; gitlab/access.rs accepts a session from its own only.
    let open = request.uri().path().starts_with("/api/");
    if !reads
        && !open
        && let Some(foreign) = foreign_origin(request.headers(), &host)
    {
        // Jira's words for it.
        let message =
            format!("XSRF check failed: the request comes from {foreign}, but this server is http://{host}.");
        return (StatusCode::FORBIDDEN, message).into_response();
    }
    next.run(request).await
}

/// Whether a browser reports that the request comes from a page of another server.
pub(crate) fn is_foreign(headers: &HeaderMap) -> bool {
    let host = text(headers, header::HOST).and_then(|host| host.parse().ok());
    host.is_none_or(|host| foreign_origin(headers, &host).is_some())
}

/// The host and port that the request names, if they are ours.
fn own_host(request: &Request, listen: SocketAddr) -> Option<Authority> {
    // Of several, a proxy on the way may have looked at another one.
    let is_only = request.headers().get_all(header::HOST).iter().count() == 1;
    let named = text(request.headers(), header::HOST).filter(|_| is_only)?.parse::<Authority>().ok()?;
    let in_uri = request.uri().authority();
    (is_own(&named, listen) && in_uri.is_none_or(|uri| is_own(uri, listen))).then_some(named)
}

fn is_own(authority: &Authority, listen: SocketAddr) -> bool {
    if authority.as_str().contains('@') {
        return false;
    }
    let host = authority.host();
    if host.eq_ignore_ascii_case("localhost") {
        return true;
    }
    let Ok(address) = host.trim_matches(['[', ']']).parse::<IpAddr>() else { return false };
    // DNS rebinding needs a name, so addresses are safe.
    address.is_loopback() || address == listen.ip() || listen.ip().is_unspecified()
}

/// The origin of the request, if a browser names one that is not ours.
fn foreign_origin(headers: &HeaderMap, host: &Authority) -> Option<String> {
    let origin = text(headers, header::ORIGIN).or_else(|| text(headers, header::REFERER))?;
    let own = origin.parse::<Uri>().is_ok_and(|uri| {
        uri.scheme_str() == Some("http")
            && uri.authority().is_some_and(|authority| authority.as_str().eq_ignore_ascii_case(host.as_str()))
    });
    (!own).then(|| origin.to_owned())
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    // A value that is not ASCII becomes an empty text, which matches no host and no origin.
    headers.get(name).map(|value| value.to_str().unwrap_or_default())
}
