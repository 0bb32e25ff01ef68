//! `GET /user`: the owner of the token or session.

use axum::Json;
use axum::http::HeaderMap;
use serde::Serialize;
use utoipa::ToSchema;

use super::access::SignedIn;
use crate::context::base_url;

/// The person who is signed in.
#[derive(Serialize, ToSchema)]
pub(super) struct User {
    #[schema(example = 11)]
    id: u64,
    #[schema(example = "mara.maintainer")]
    username: &'static str,
    #[schema(example = "Mara Maintainer")]
    name: &'static str,
    state: &'static str,
    avatar_url: Option<String>,
    web_url: String,
}

/// Who is signed in
#[utoipa::path(get, path = "/user", tag = "GitLab", operation_id = "showGitLabUser", responses(
    (status = 200, description = "The account", body = User),
    (status = 401, description = "Not signed in"),
    (status = 403, description = "A token without a suitable scope"),
))]
pub(super) async fn show(SignedIn(person): SignedIn, headers: HeaderMap) -> Json<User> {
    Json(User {
        id: person.id,
        username: person.username,
        name: person.name,
        state: "active",
        avatar_url: None,
        web_url: format!("{}/{}", base_url(&headers), person.username),
    })
}
