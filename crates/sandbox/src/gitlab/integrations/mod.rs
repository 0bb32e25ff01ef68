//! The integrations of projects and groups: one file for each endpoint, and what servers know, check and answer.

mod alerts;
mod answer;
mod check;
mod inheritance;
pub(crate) mod known;
mod list;
mod network;
mod of_group;
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

/// Adds the endpoints under the names that this GitLab has for them. The description has only the newer one of them.
pub(super) fn add_to(api: OpenApiRouter<Shared>, gitlab: GitLab) -> OpenApiRouter<Shared> {
    // "GitLab Integrations API": both names since 14.4, before that the old one only.
    let mut api = api
        .route("/projects/{id}/services", get(list::list))
        .route("/projects/{id}/services/{slug}", get(show::show).put(put::put).delete(remove::remove));
    if !gitlab.has_integrations_path() {
        let described: OpenApiRouter<Shared> =
            OpenApiRouter::new().routes(routes!(list::list)).routes(routes!(show::show, remove::remove));
        let mut described = described.into_openapi();
        openapi::describe_each(&mut described, gitlab);
        api.get_openapi_mut().merge(openapi::as_services(described));
        return api;
    }
    api = api
        .routes(routes!(list::list))
        .routes(routes!(show::show, remove::remove))
        .route("/projects/{id}/integrations/{slug}", put(put::put));
    if gitlab.has_group_integrations() {
        api = api
            .routes(routes!(of_group::list))
            .routes(routes!(of_group::show, of_group::remove))
            .route("/groups/{id}/integrations/{slug}", put(of_group::put));
    }
    openapi::describe_each(api.get_openapi_mut(), gitlab);
    api
}
