//! `GET /rest/api/2/serverInfo`: the version of this Jira.

use axum::Json;
use axum::http::HeaderMap;
use serde::Serialize;
use utoipa::ToSchema;

use crate::context::base_url;

/// The server and its version.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct ServerInfo {
    base_url: String,
    #[schema(example = "10.3.0")]
    version: &'static str,
    version_numbers: [u32; 3],
    deployment_type: &'static str,
    build_number: u32,
    server_title: &'static str,
}

/// The server and its version
#[utoipa::path(get, path = "/serverInfo", tag = "Jira", operation_id = "showServerInfo", responses(
    (status = 200, description = "The version of this Jira", body = ServerInfo),
    (status = 401, description = "Not signed in"),
))]
pub(super) async fn show(headers: HeaderMap) -> Json<ServerInfo> {
    Json(ServerInfo {
        base_url: base_url(&headers),
        version: "10.3.0",
        version_numbers: [10, 3, 0],
        deployment_type: "Server",
        build_number: 10_030_000,
        server_title: "Patchbay sandbox",
    })
}
