//! What the app reads of Jira's own REST API.

mod myself;
mod permissions;
mod project;
mod server_info;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::Shared;

pub(super) fn router() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(project::list))
        .routes(routes!(myself::show))
        .routes(routes!(permissions::show))
        .routes(routes!(server_info::show))
}
