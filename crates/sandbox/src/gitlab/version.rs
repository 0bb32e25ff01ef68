//! `GET /version` and `GET /metadata`: the version of this GitLab.

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::access::SignedIn;
use super::server::GitLab;
use crate::state::Shared;

/// The version of the server.
#[derive(Serialize, ToSchema)]
pub(super) struct Version {
    #[schema(example = "14.8.0-ee")]
    version: String,
    revision: &'static str,
}

/// The version and edition of the server, on newer servers.
#[derive(Serialize, ToSchema)]
pub(super) struct Metadata {
    #[serde(flatten)]
    version: Version,
    enterprise: bool,
}

/// The version of the server
#[utoipa::path(get, path = "/version", tag = "GitLab", operation_id = "showGitLabVersion", responses(
    (status = 200, description = "Version and revision", body = Version),
    (status = 401, description = "Not signed in"),
))]
pub(super) async fn show(_: SignedIn, State(state): State<Shared>) -> Json<Version> {
    Json(version(state.options.gitlab))
}

/// The version of the server, since GitLab 15.2
#[utoipa::path(get, path = "/metadata", tag = "GitLab", operation_id = "showGitLabMetadata", responses(
    (status = 200, description = "Version, revision and edition", body = Metadata),
    (status = 401, description = "Not signed in"),
))]
pub(super) async fn metadata(_: SignedIn, State(state): State<Shared>) -> Json<Metadata> {
    let gitlab = state.options.gitlab;
    Json(Metadata { version: version(gitlab), enterprise: gitlab.is_enterprise() })
}

fn version(gitlab: GitLab) -> Version {
    Version { version: gitlab.text(), revision: "c7be43f6dd3" }
}
