//! What the app reads of Jira's own REST API, and the pictures that its answers name.

mod myself;
mod permissions;
mod project;
mod server_info;

use std::sync::Arc;

use axum::http::{HeaderMap, header};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::sandbox::State;

pub(super) fn router() -> OpenApiRouter<Arc<State>> {
    OpenApiRouter::new()
        .routes(routes!(project::list))
        .routes(routes!(myself::show))
        .routes(routes!(permissions::show))
        .routes(routes!(server_info::show))
}

/// The address that the request came to, as Jira puts it into its answers.
fn base_url(headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    format!("http://{host}")
}
