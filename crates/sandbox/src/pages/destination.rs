//! Where to go after a form: always a path of this server.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The path if it is one of this server, else the start page.
pub(crate) fn safe(destination: Option<&str>) -> &str {
    destination.filter(|path| stays_here(path)).unwrap_or("/")
}

/// For a browser `//host` and `/\host` are other servers, and a line break would end the header.
fn stays_here(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && path.chars().all(|letter| letter.is_ascii_graphic())
}

/// Redirects the browser, which continues with GET.
pub(crate) fn redirect(path: &str) -> Response {
    let location = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn stays_on_this_server() {
        for (destination, gone_to) in [
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
            assert_eq!(safe(destination), gone_to, "{destination:?}");
        }
    }
}
