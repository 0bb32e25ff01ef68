//! The REST API of Git Integration for Jira: one file for each endpoint.

mod add;
mod answer;
mod body;
mod enable;
mod input;
mod list;
mod openapi;
mod remove;
mod retrieve;
mod settings;
mod update;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::Shared;

pub(super) fn router() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(list::list, add::add))
        .routes(routes!(retrieve::retrieve, update::update, remove::remove))
        .routes(routes!(enable::enable))
}
