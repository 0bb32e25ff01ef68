//! GitLab's REST API, as far as the integrations of projects and groups need it. Where servers differ from "GitLab Integrations
//! API", the sandbox does what servers were seen to do.

mod access;
mod cors;
pub(crate) mod groups;
mod input;
pub(crate) mod integrations;
mod own_token;
mod page;
mod people;
pub(crate) mod projects;
mod query;
mod refusal;
pub(crate) mod server;
mod target;
mod tokens;
mod user;
mod version;

use axum::Router;
use axum::middleware::from_fn;
use axum::routing::any;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::Shared;
use refusal::Refusal;
use server::GitLab;

pub(crate) use cors::allow as share;

/// Every endpoint, a refusal for all other addresses under `/api`, and the description of the endpoints.
pub(crate) fn router(gitlab: GitLab) -> (Router<Shared>, OpenApi) {
    let mut api = OpenApiRouter::new()
        .routes(routes!(version::show))
        .routes(routes!(user::show))
        .routes(routes!(projects::list::list))
        .routes(routes!(projects::show::show))
        .routes(routes!(groups::list::list))
        .routes(routes!(groups::list::subgroups))
        .routes(routes!(groups::list::descendants))
        .routes(routes!(groups::projects::list))
        .routes(routes!(groups::show::show));
    if gitlab.has_metadata() {
        api = api.routes(routes!(version::metadata));
    }
    if gitlab.has_own_token() {
        api = api.routes(routes!(own_token::show));
    }
    let (router, described) =
        OpenApiRouter::new().nest("/api/v4", integrations::add_to(api, gitlab)).split_for_parts();
    let router = router
        .route("/api/{*path}", any(no_such_address))
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn(cors::share));
    (router, described)
}

async fn no_such_address() -> Refusal {
    Refusal::no_such_address()
}

async fn wrong_method() -> Refusal {
    Refusal::wrong_method()
}
