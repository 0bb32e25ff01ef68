//! `GET /personal_access_tokens/self`: what the token that asks is for, and until when.

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::access::Presented;
use super::refusal::Refusal;
use crate::moment;
use crate::options::GitLab;
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

/// The token that asks, since GitLab 15.5
///
/// A token of any scope may ask ("Personal access tokens API").
#[utoipa::path(get, path = "/personal_access_tokens/self", tag = "GitLab", operation_id = "showOwnGitLabToken",
    responses(
        (status = 200, description = "What the token is for, and until when", body = OwnToken),
        (status = 401, description = "No token, or none that counts"),
        (status = 404, description = "An older server"),
    ))]
pub(super) async fn show(
    Presented(token): Presented,
    State(state): State<Shared>,
) -> Result<Json<OwnToken>, Refusal> {
    match state.options.gitlab {
        GitLab::ServicesOnly | GitLab::Manual => return Err(Refusal::no_such_address()),
        GitLab::Newer => {}
    }
    Ok(Json(OwnToken {
        id: token.id,
        name: "Patchbay",
        active: true,
        revoked: false,
        scopes: token.scopes,
        user_id: token.owner.id,
        expires_at: moment::write_day(state.now() + token.days_left * DAY_MS),
    }))
}
