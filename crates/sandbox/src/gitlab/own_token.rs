//! `GET /personal_access_tokens/self`: the scopes and the end of the token.

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::access::Presented;
use crate::date;
use crate::state::Shared;

const DAY_MS: i64 = 86_400_000;

/// A token, without its word.
#[derive(Serialize, ToSchema)]
pub(super) struct OwnToken {
    id: u64,
    #[schema(example = "Patchbay")]
    name: &'static str,
    active: bool,
    revoked: bool,
    #[schema(example = json!(["api"]))]
    scopes: &'static [&'static str],
    user_id: u64,
    /// A date without a time.
    #[schema(example = "2027-09-16")]
    expires_at: String,
}

/// The token of the request, since GitLab 15.5
///
/// For tokens with any scope ("Personal access tokens API").
#[utoipa::path(get, path = "/personal_access_tokens/self", tag = "GitLab", operation_id = "showOwnGitLabToken",
    responses(
        (status = 200, description = "Scopes and end of the token", body = OwnToken),
        (status = 401, description = "No token, or an invalid one"),
    ))]
pub(super) async fn show(Presented(token): Presented, State(state): State<Shared>) -> Json<OwnToken> {
    Json(OwnToken {
        id: token.id,
        name: "Patchbay",
        active: true,
        revoked: false,
        scopes: token.scopes,
        user_id: token.owner.id,
        expires_at: date::write_day(state.now() + token.days_left * DAY_MS),
    })
}
