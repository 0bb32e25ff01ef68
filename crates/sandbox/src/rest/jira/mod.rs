//! What the app reads of Jira's own REST API, and the pictures that its answers name.

mod myself;
mod permissions;
mod project;
mod server_info;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::context::base_url;
use crate::sandbox::State;

pub(super) fn router() -> OpenApiRouter<Arc<State>> {
    OpenApiRouter::new()
        .routes(routes!(project::list))
        .routes(routes!(myself::show))
        .routes(routes!(permissions::show))
        .routes(routes!(server_info::show))
}
