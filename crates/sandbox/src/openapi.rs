//! `GET /openapi.json`: what both servers answer, in one description.

use axum::routing::get;
use axum::{Json, Router};
use utoipa::openapi::OpenApi;

use crate::state::Shared;

/// Serves the descriptions of Jira and of GitLab as one.
pub(crate) fn router(mut jira: OpenApi, gitlab: OpenApi) -> Router<Shared> {
    jira.merge(gitlab);
    Router::new().route("/openapi.json", get(move || std::future::ready(Json(jira.clone()))))
}
