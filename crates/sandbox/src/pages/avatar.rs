//! One picture for all projects and people.

use axum::http::header;
use axum::response::{IntoResponse, Response};

pub(crate) async fn show() -> Response {
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\">\
        <rect width=\"48\" height=\"48\" rx=\"6\" fill=\"#8590a2\"/></svg>";
    ([(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")], picture)
        .into_response()
}
