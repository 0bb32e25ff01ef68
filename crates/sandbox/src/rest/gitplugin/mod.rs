//! The REST API of Git Integration for Jira: one file for each endpoint.

mod add;
mod answer;
mod body;
mod enable;
mod input;
mod list;
mod openapi;
mod reindex;
mod remove;
mod repository;
mod retrieve;
mod settings;
mod update;

use axum::routing::{get, post};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::Shared;

/// What only administrators may do.
pub(super) fn router() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(list::list, add::add))
        .routes(routes!(retrieve::retrieve, update::update, remove::remove))
        .routes(routes!(enable::enable))
        .routes(routes!(repository::add::add, repository::change::change, repository::remove::remove))
        .routes(routes!(reindex::older::index))
        .routes(routes!(reindex::progress::progress))
        // The documents write some addresses with an ending.
        .route(
            "/repository.json",
            post(repository::add::add).put(repository::change::change).delete(repository::remove::remove),
        )
        .route("/index.json", post(reindex::older::index))
        .route("/index", get(reindex::progress::progress))
}

/// What everybody may do who is signed in.
pub(super) fn for_everybody() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(repository::list::list))
        .route("/repository.json", get(repository::list::list))
}

/// The second version of the API, of which there is one endpoint.
pub(super) fn second() -> OpenApiRouter<Shared> {
    OpenApiRouter::new().routes(routes!(reindex::start::reindex))
}
