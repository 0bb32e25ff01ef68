//! The path that all addresses begin with. Jira has one when it shares a host: `http://host/jira/…`.

mod path;

use axum::Router;
use axum::extract::{OriginalUri, Request, State};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};

pub use path::{ContextPath, NoContextPath};

/// Tells handlers that write whole addresses the context path, as a reverse proxy does. A value from the client is
/// removed.
const PREFIX: HeaderName = HeaderName::from_static("x-forwarded-prefix");

/// Moves all of `router` below the path.
pub(crate) fn below(path: &ContextPath, router: Router) -> Router {
    // An outer router removes the path before the inner one looks up the address.
    Router::new().fallback_service(router).layer(from_fn_with_state(path.clone(), enter))
}

/// The address of this server as the request names it: `http://host/jira`.
pub(crate) fn base_url(headers: &HeaderMap) -> String {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    format!("http://{}{}", text(header::HOST), text(PREFIX))
}

async fn enter(State(path): State<ContextPath>, mut request: Request, next: Next) -> Response {
    request.headers_mut().remove(PREFIX);
    let prefix = path.as_str();
    if prefix.is_empty() {
        return next.run(request).await;
    }
    let Some(inner) = below_prefix(request.uri(), prefix) else {
        let message = format!("There is nothing at this address. All addresses begin with {prefix}/.");
        return (StatusCode::NOT_FOUND, message).into_response();
    };
    *request.uri_mut() = inner.clone();
    request.extensions_mut().insert(OriginalUri(inner));
    if let Ok(prefix) = HeaderValue::from_str(prefix) {
        request.headers_mut().insert(PREFIX, prefix);
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    put_below(headers, header::LOCATION, |to| {
        (to.starts_with('/') && !to.starts_with("//")).then(|| format!("{prefix}{to}"))
    });
    put_below(headers, header::SET_COOKIE, |cookie| {
        cookie.contains("; Path=/;").then(|| cookie.replace("; Path=/;", &format!("; Path={prefix};")))
    });
    response
}

/// The address without the prefix; `None` if it does not begin with it.
fn below_prefix(uri: &Uri, prefix: &str) -> Option<Uri> {
    let rest = uri.path_and_query()?.as_str().strip_prefix(prefix)?;
    let rest = match rest.chars().next() {
        Some('/') => rest.to_owned(),
        None | Some('?') => format!("/{rest}"),
        Some(_) => return None,
    };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(rest.parse::<PathAndQuery>().ok()?);
    Uri::from_parts(parts).ok()
}

fn put_below(headers: &mut HeaderMap, name: HeaderName, rewrite: impl Fn(&str) -> Option<String>) {
    let rewritten = headers.get(&name).and_then(|value| rewrite(value.to_str().ok()?));
    if let Some(value) = rewritten.and_then(|value| HeaderValue::from_str(&value).ok()) {
        headers.insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::below_prefix;

    #[test]
    fn cuts_its_own_path_only() {
        for (asked, inside) in [
            ("/jira/rest/api/2/myself", Some("/rest/api/2/myself")),
            ("/jira/?theme=dark", Some("/?theme=dark")),
            ("/jira?theme=dark", Some("/?theme=dark")),
            ("/jira", Some("/")),
            ("/jira/api/v4/projects/a%2Fb", Some("/api/v4/projects/a%2Fb")),
            ("/jirafe", None),
            ("/rest/api/2/myself", None),
        ] {
            let uri = below_prefix(&asked.parse().unwrap(), "/jira");
            assert_eq!(uri.map(|uri| uri.to_string()).as_deref(), inside, "{asked}");
        }
    }
}
