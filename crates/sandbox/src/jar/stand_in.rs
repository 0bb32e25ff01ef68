//! The scripts and styles of Jira itself, and those of AUI.

use std::path::Path;

use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::services::ServeDir;

use crate::state::Shared;

/// `aui` is the folder `dist/aui` of the npm package `@atlassian/aui`; without it Jira's pages have no styles.
pub(super) fn router(aui: Option<&Path>) -> Router<Shared> {
    let router =
        Router::new().route("/stand-in/jira.js", get(script)).route("/stand-in/jira.css", get(styles));
    match aui {
        Some(aui) => router.nest_service("/stand-in/aui", ServeDir::new(aui)),
        // A missing style sheet would be an error in the console.
        None => router.route("/stand-in/aui/aui-prototyping.css", get(plain)),
    }
}

async fn script() -> Response {
    ([(header::CONTENT_TYPE, "text/javascript;charset=UTF-8")], include_str!("jira.js")).into_response()
}

async fn styles() -> Response {
    ([(header::CONTENT_TYPE, "text/css;charset=UTF-8")], include_str!("jira.css")).into_response()
}

async fn plain() -> Response {
    ([(header::CONTENT_TYPE, "text/css;charset=UTF-8")], "").into_response()
}
