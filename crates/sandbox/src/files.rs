//! The built app from its folder. Files with a hash may be cached, others are checked again; compressed copies are used.

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::services::ServeDir;

use crate::config;
use crate::pages::html;
use crate::state::Shared;

/// Serves `options.dist`, and 404 for all other addresses.
pub(crate) fn router(state: &Shared) -> Router {
    let router = match &state.options.dist {
        Some(dist) => Router::new().fallback_service(
            ServeDir::new(dist)
                .precompressed_br()
                .precompressed_gzip()
                .redirect_to_trailing_slash(false)
                .fallback(Router::new().fallback(nothing_here)),
        ),
        None => Router::new().fallback(nothing_here),
    };
    router.layer(from_fn(config::add_gitlab)).layer(from_fn_with_state(Arc::clone(state), finish))
}

/// Adds how long the answer may be cached and, with `auto_sign_in`, a session for the page.
async fn finish(State(state): State<Shared>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let opens = request.method() == Method::GET && opens_page(&path);
    let cookie = opens.then(|| state.auto_sign_in(request.headers())).flatten();
    let mut response = next.run(request).await;
    let found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let kept = if found && is_hashed(&path) { "public, max-age=31536000, immutable" } else { "no-cache" };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    if let Some(cookie) = cookie {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

/// Whether Trunk has put a hash into the name: `patchbay-3f0a…c1.js`, `patchbay-3f0a…c1_bg.wasm`.
fn is_hashed(path: &str) -> bool {
    let stem = Path::new(path).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let Some((_, hash)) = stem.rsplit_once('-') else { return false };
    let hash = hash.strip_suffix("_bg").unwrap_or(hash);
    hash.len() >= 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

async fn nothing_here(request: Request) -> Response {
    if !opens_page(request.uri().path()) {
        return (StatusCode::NOT_FOUND, "There is nothing at this address.").into_response();
    }
    let body = "<p>The sandbox is running, but the app is not built.</p>\
        <p>Run <code>cargo xtask run</code> in the folder of the source code, or pass the folder of a built app with \
        <code>--dist</code>.</p>";
    html::page(StatusCode::SERVICE_UNAVAILABLE, "Patchbay is not built yet", body)
}

fn opens_page(path: &str) -> bool {
    matches!(path, "/" | "/index.html")
}

#[cfg(test)]
mod tests {
    use super::is_hashed;

    #[test]
    fn knows_the_names_that_trunk_hashes() {
        for (path, hashed) in [
            ("/patchbay-3f0a1b2c4d5e6f70.js", true),
            ("/patchbay-3f0a1b2c4d5e6f70_bg.wasm", true),
            ("/tokens-a1b2c3d4e5f6a7.css", true),
            ("/index.html", false),
            ("/boot.js", false),
            ("/config.json", false),
            ("/some-facade.js", false),
            ("/", false),
        ] {
            assert_eq!(is_hashed(path), hashed, "{path}");
        }
    }
}
