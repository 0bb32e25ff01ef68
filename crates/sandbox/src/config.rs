//! `GET /config.json` of the built app, with this sandbox as its GitLab unless the file names one.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::body;

/// Adds the entry to `/config.json`; other answers do not change.
pub(crate) async fn add_gitlab(mut request: Request, next: Next) -> Response {
    if request.uri().path() != "/config.json" {
        return next.run(request).await;
    }
    // The entry cannot be added to a part of the file or to a compressed copy.
    request.headers_mut().remove(header::ACCEPT_ENCODING);
    request.headers_mut().remove(header::RANGE);
    let response = next.run(request).await;
    if response.status() != StatusCode::OK {
        return response;
    }
    let (mut parts, file) = response.into_parts();
    let Ok(bytes) = body::read(file).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let bytes = with_gitlab(&bytes).unwrap_or(bytes);
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(bytes))
}

/// The file with the entry; `None` when it names a GitLab or is not a JSON object.
fn with_gitlab(file: &[u8]) -> Option<Vec<u8>> {
    let Ok(Value::Object(mut config)) = serde_json::from_slice(file) else { return None };
    if config.contains_key("gitlab") {
        return None;
    }
    config.insert("gitlab".to_owned(), json!({ "url": "", "auth": "session" }));
    Some(format!("{:#}\n", Value::Object(config)).into_bytes())
}

#[cfg(test)]
mod tests {
    use super::with_gitlab;

    fn added(file: &str) -> Option<String> {
        with_gitlab(file.as_bytes()).map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn adds_itself_where_no_gitlab_is_named() {
        let expected =
            "{\n  \"jira\": {},\n  \"gitlab\": {\n    \"url\": \"\",\n    \"auth\": \"session\"\n  }\n}\n";
        assert_eq!(added("{\"jira\": {}}").as_deref(), Some(expected));
    }

    #[test]
    fn leaves_what_a_person_wrote() {
        for file in ["{\"gitlab\": {\"url\": \"https://gitlab.com\"}}", "{\"gitlab\": null}", "[]", "{,}", ""]
        {
            assert_eq!(added(file), None, "{file}");
        }
    }
}
