//! Both REST APIs of Jira: Git Integration for Jira, for administrators, and what the app reads of Jira's own.

mod gate;
mod gitplugin;
mod jira;
mod openapi;
mod refusal;

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::middleware::from_fn_with_state;
use axum::routing::any;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::state::Shared;
use gate::{require_administrator, require_signed_in};
use refusal::Refusal;

/// Every endpoint, a refusal for all other addresses under `/rest`, and the description of the endpoints.
pub(crate) fn router(state: &Shared) -> (Router<Shared>, utoipa::openapi::OpenApi) {
    let administrators = from_fn_with_state(Arc::clone(state), require_administrator);
    let signed_in = from_fn_with_state(Arc::clone(state), require_signed_in);
    let first = |administrators: &_, signed_in: &_| {
        let everybody = gitplugin::for_everybody().route_layer(Clone::clone(signed_in));
        gitplugin::router().route_layer(Clone::clone(administrators)).merge(everybody)
    };
    let mut described = OpenApiRouter::with_openapi(openapi::Description::openapi())
        .nest("/rest/gitplugin/1.0", first(&administrators, &signed_in))
        .nest("/rest/api/2", jira::router().route_layer(signed_in.clone()));
    if state.options.gij.has_reindex() {
        let second = gitplugin::second().route_layer(administrators.clone());
        described = described.nest("/rest/gitplugin/2.0", second);
    }
    let (router, described) = described.split_for_parts();
    // The same endpoints under a second name, which the description mentions once.
    let (latest, _) = first(&administrators, &signed_in).split_for_parts();
    let router = router
        .nest("/rest/gitplugin/latest", latest)
        .route("/rest/{*path}", any(unknown_path))
        .method_not_allowed_fallback(wrong_method);
    (router, described)
}

async fn unknown_path(request: Request) -> Refusal {
    Refusal::unknown_path(request.uri().path())
}

async fn wrong_method(request: Request) -> Refusal {
    Refusal::wrong_method(request.method(), request.uri().path())
}
