//! A plain page that works without styles and scripts.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use crate::headers::FORM_POLICY;

/// A page with one heading. `body` is HTML: text from a request must go through `escape`.
pub(crate) fn page(status: StatusCode, title: &str, body: &str) -> Response {
    page_with(status, title, "", body)
}

/// As `page`, with `head` as more HTML in its head.
pub(crate) fn page_with(status: StatusCode, title: &str, head: &str, body: &str) -> Response {
    let title = escape(title);
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n{head}<title>{title} – Patchbay sandbox</title>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    );
    let policy: [(HeaderName, HeaderValue); 1] =
        [(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(FORM_POLICY))];
    (status, policy, Html(page)).into_response()
}

/// Text for HTML, also for an attribute in double quotes.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    #[test]
    fn escapes_what_could_end_an_attribute_or_begin_a_tag() {
        assert_eq!(super::escape("\"><b>&"), "&quot;&gt;&lt;b&gt;&amp;");
    }
}
