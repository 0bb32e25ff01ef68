//! The integrations of a project: one file for each endpoint, and what servers know, check and answer.

mod alerts;
mod answer;
mod check;
mod dropped;
pub(crate) mod inheritance;
mod known;
mod list;
mod network;
mod openapi;
mod put;
mod remove;
mod shape;
mod show;

use axum::routing::{get, put};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::gitlab::server::GitLab;
use crate::state::Shared;

/// Adds the endpoints under the names that this GitLab has for them. The description has the new name only.
pub(super) fn add_to(api: OpenApiRouter<Shared>, gitlab: GitLab) -> OpenApiRouter<Shared> {
    // "GitLab Integrations API": both names since 14.4, before that the old one only.
    let api = api
        .route("/projects/{id}/services", get(list::list))
        .route("/projects/{id}/services/{slug}", get(show::show).put(put::put).delete(remove::remove));
    if !gitlab.has_integrations_path() {
        return api;
    }
    let mut api = api
        .routes(routes!(list::list))
        .routes(routes!(show::show, remove::remove))
        .route("/projects/{id}/integrations/{slug}", put(put::put));
    openapi::describe_each(api.get_openapi_mut(), gitlab);
    api
}
