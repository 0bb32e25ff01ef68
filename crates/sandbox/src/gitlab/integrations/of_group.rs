//! The integrations of a group: the same four endpoints for its owners, since GitLab 17.9.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde_json::Value;

use super::list::list_of;
use super::put::put_of;
use super::remove::remove_of;
use super::show::show_of;
use crate::gitlab::input::Parameters;
use crate::gitlab::refusal::Refusal;
use crate::gitlab::target::OwnedGroup;
use crate::state::Shared;
use crate::store::gitlab::Holder;

/// Active integrations of a group
///
/// Its own ones, also inherited ones; all of them, without pages and without properties.
#[utoipa::path(get, path = "/groups/{id}/integrations", tag = "GitLab", operation_id = "listGitLabGroupIntegrations",
    params(("id" = String, Path, description = "Number, or path with each slash written %2F")),
    responses(
        (status = 200, description = "The active ones", body = Vec<super::answer::GitLabIntegration>),
        (status = 401, description = "Not signed in"),
        (status = 403, description = "Not an owner"),
        (status = 404, description = "No such group"),
    ))]
pub(super) async fn list(
    OwnedGroup { group, .. }: OwnedGroup,
    State(state): State<Shared>,
) -> Result<Json<Vec<Value>>, Refusal> {
    list_of(state, Holder::Group(group.id)).await
}

/// One integration of a group
///
/// Also a disabled one. Secrets are never part of it.
#[utoipa::path(get, path = "/groups/{id}/integrations/{slug}", tag = "GitLab", operation_id = "showGitLabGroupIntegration",
    params(
        ("id" = String, Path, description = "Number, or path with each slash written %2F"),
        ("slug" = String, Path, description = "Name of the integration, with hyphens"),
    ),
    responses(
        (status = 200, description = "The integration", body = super::answer::GitLabIntegrationWithProperties),
        (status = 400, description = "This server does not know the slug, or only projects have it"),
        (status = 401, description = "Not signed in"),
        (status = 403, description = "Not an owner"),
        (status = 404, description = "No such group, or the integration was never set up"),
    ))]
pub(super) async fn show(
    OwnedGroup { group, slug }: OwnedGroup,
    State(state): State<Shared>,
) -> Result<Json<Value>, Refusal> {
    show_of(state, Holder::Group(group.id), slug).await
}

/// Its description is made for each slug.
pub(super) async fn put(
    OwnedGroup { group, slug }: OwnedGroup,
    State(state): State<Shared>,
    Parameters(parameters): Parameters,
) -> Result<Json<Value>, Refusal> {
    put_of(state, Holder::Group(group.id), slug, parameters).await
}

/// Disable an integration of a group
///
/// Clears all settings except the events. Groups and projects that inherit from it keep theirs.
#[utoipa::path(delete, path = "/groups/{id}/integrations/{slug}", tag = "GitLab",
    operation_id = "disableGitLabGroupIntegration",
    params(
        ("id" = String, Path, description = "Number, or path with each slash written %2F"),
        ("slug" = String, Path, description = "Name of the integration, with hyphens"),
        ("If-Unmodified-Since" = Option<String>, Header, description = "Only if it was not changed since"),
    ),
    responses(
        (status = 204, description = "Disabled"),
        (status = 400, description = "This server does not know the slug, or only projects have it"),
        (status = 401, description = "Not signed in, or a session without its CSRF token"),
        (status = 403, description = "Not an owner, or a token that may only read"),
        (status = 404, description = "No such group, or an integration that was never set up"),
        (status = 412, description = "It was changed since"),
        (status = 422, description = "It cannot be disabled through the API"),
    ))]
pub(super) async fn remove(
    OwnedGroup { group, slug }: OwnedGroup,
    State(state): State<Shared>,
    headers: HeaderMap,
) -> Result<StatusCode, Refusal> {
    remove_of(state, Holder::Group(group.id), slug, &headers).await
}
