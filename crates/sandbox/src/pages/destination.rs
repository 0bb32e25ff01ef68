//! Where to go after a form: a path of this server, never another site.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The wanted path if it stays on this server, else the start page.
pub(crate) fn safe(wanted: Option<&str>) -> &str {
    wanted.filter(|path| stays_here(path)).unwrap_or("/")
}

/// `//host` and `/\host` name another server to a browser, and line ends would end the header.
fn stays_here(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && path.chars().all(|letter| letter.is_ascii_graphic())
}

/// Sends the browser on with GET.
pub(crate) fn redirect(path: &str) -> Response {
    let location = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn stays_on_this_server() {
        for (wanted, gone_to) in [
            (Some("/#/integrations/17"), "/#/integrations/17"),
            (Some("/index.html?theme=dark#/plan"), "/index.html?theme=dark#/plan"),
            (Some("https://evil.example/"), "/"),
            (Some("//evil.example/"), "/"),
            (Some("/\\evil.example/"), "/"),
            (Some("/a\r\nSet-Cookie: x"), "/"),
            (Some("relative"), "/"),
            (Some(""), "/"),
            (None, "/"),
        ] {
            assert_eq!(safe(wanted), gone_to, "{wanted:?}");
        }
    }
}
