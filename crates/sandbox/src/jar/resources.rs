//! A plugin's files at the addresses and with the headers that Jira gives them.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::visitor::visitor;
use crate::date;
use crate::plugin::Plugin;
use crate::plugin::descriptor::Resource;
use crate::state::Shared;

/// Jira may be framed by itself. Its policy does not mention scripts.
pub(super) const PAGE_POLICY: &str = "frame-ancestors 'self'";

/// `/download/resources/<plugin>:<module>/<name>`.
pub(super) async fn direct(
    State(state): State<Shared>,
    headers: HeaderMap,
    Path((module, name)): Path<(String, String)>,
) -> Response {
    file(&state, &headers, &module, &name)
}

/// The same behind `/s/<hash>/_`, as Jira itself writes these addresses.
pub(super) async fn hashed(
    State(state): State<Shared>,
    headers: HeaderMap,
    Path((_, module, name)): Path<(String, String, String)>,
) -> Response {
    file(&state, &headers, &module, &name)
}

/// Every script of the context, each in its own `try`. A script that is a module fails here.
pub(super) async fn batch(State(state): State<Shared>) -> Response {
    let Some(plugin) = &state.plugin else { return StatusCode::NOT_FOUND.into_response() };
    let scripts = plugin.descriptor.scripts.iter().filter_map(|script| plugin.archive.text(script).ok());
    let batch: String =
        scripts.map(|script| format!(";try {{\n{script}\n}} catch (e) {{ WRMCB(e); }}\n")).collect();
    ([(header::CONTENT_TYPE, "text/javascript;charset=UTF-8")], batch).into_response()
}

fn file(state: &Shared, headers: &HeaderMap, module: &str, name: &str) -> Response {
    let found = state.plugin.as_ref().and_then(|plugin| {
        let resource = plugin.descriptor.resource(module, name)?;
        Some((plugin, resource, plugin.archive.bytes(&resource.location)?))
    });
    let Some((plugin, resource, bytes)) = found else { return StatusCode::NOT_FOUND.into_response() };
    let mut response = if is_known(headers, plugin) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Body::from(bytes.clone()).into_response()
    };
    let said = response.headers_mut();
    let mut say = |name, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            said.insert(name, value);
        }
    };
    let kind = resource.content_type.as_deref().unwrap_or("application/octet-stream");
    say(header::CONTENT_TYPE, &with_charset(kind, state.options.jar_charset));
    say(header::CONTENT_SECURITY_POLICY, policy(kind));
    say(header::X_FRAME_OPTIONS, "SAMEORIGIN");
    say(header::LAST_MODIFIED, &date::write_header(plugin.changed_at));
    // Addresses without Jira's hash: browsers must ask again.
    say(header::CACHE_CONTROL, "no-cache");
    if opens_page(resource)
        && let (_, Some(cookie)) = visitor(state, headers)
    {
        said.insert(header::SET_COOKIE, cookie);
    }
    response
}

fn opens_page(resource: &Resource) -> bool {
    resource.content_type.as_deref() == Some("text/html")
}

/// Text always has a charset. With `everywhere` all other types have one too, as on a Jira with a filter that sets it.
fn with_charset(kind: &str, everywhere: bool) -> String {
    if everywhere || kind.starts_with("text/") { format!("{kind};charset=UTF-8") } else { kind.to_owned() }
}

/// Since Jira 8.16, files that are neither HTML nor JavaScript are sandboxed when they are opened as a page.
fn policy(kind: &str) -> &'static str {
    if matches!(kind, "text/html" | "text/javascript" | "application/javascript") {
        PAGE_POLICY
    } else {
        "sandbox"
    }
}

/// Dates in headers are whole seconds.
fn is_known(headers: &HeaderMap, plugin: &Plugin) -> bool {
    let known = headers.get(header::IF_MODIFIED_SINCE).and_then(|since| since.to_str().ok());
    known.and_then(date::read).is_some_and(|known| plugin.changed_at < known + 1000)
}

#[cfg(test)]
mod tests {
    use super::{policy, with_charset};

    #[test]
    fn names_types_and_policies_as_jira_does() {
        for (kind, usual, filtered, kept_in) in [
            ("text/html", "text/html;charset=UTF-8", "text/html;charset=UTF-8", false),
            ("text/javascript", "text/javascript;charset=UTF-8", "text/javascript;charset=UTF-8", false),
            ("text/css", "text/css;charset=UTF-8", "text/css;charset=UTF-8", true),
            ("application/wasm", "application/wasm", "application/wasm;charset=UTF-8", true),
            ("image/svg+xml", "image/svg+xml", "image/svg+xml;charset=UTF-8", true),
        ] {
            assert_eq!(
                (with_charset(kind, false), with_charset(kind, true)),
                (usual.to_owned(), filtered.to_owned())
            );
            assert_eq!(policy(kind) == "sandbox", kept_in, "{kind}");
        }
    }
}
