//! `GET /rest/api/2/myself`: who is signed in.

use std::collections::BTreeMap;

use axum::http::HeaderMap;
use axum::{Extension, Json};
use serde::Serialize;
use utoipa::ToSchema;

use super::project::avatars;
use crate::context::base_url;
use crate::rest::gate::SignedIn;

/// The person who is signed in.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Myself {
    #[serde(rename = "self")]
    address: String,
    key: &'static str,
    #[schema(example = "admin")]
    name: &'static str,
    email_address: &'static str,
    avatar_urls: BTreeMap<&'static str, String>,
    #[schema(example = "Ada Administrator")]
    display_name: &'static str,
    active: bool,
    time_zone: &'static str,
    #[schema(example = "en_US")]
    locale: &'static str,
}

/// Who is signed in
#[utoipa::path(get, path = "/myself", tag = "Jira", operation_id = "showMyself", responses(
    (status = 200, description = "The account", body = Myself),
    (status = 401, description = "Not signed in"),
))]
pub(super) async fn show(Extension(account): SignedIn, headers: HeaderMap) -> Json<Myself> {
    let base = base_url(&headers);
    Json(Myself {
        address: format!("{base}/rest/api/2/user?username={}", account.name),
        key: account.name,
        name: account.name,
        email_address: account.email,
        avatar_urls: avatars(&base, "useravatar"),
        display_name: account.display_name,
        active: true,
        time_zone: "Etc/UTC",
        locale: "en_US",
    })
}
