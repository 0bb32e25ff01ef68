//! "Disable … integration". What that does to the settings depends on the server.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};

use super::show::never_set_up;
use super::{inheritance, known};
use crate::date;
use crate::gitlab::refusal::Refusal;
use crate::gitlab::server::GitLab;
use crate::gitlab::target::MaintainedProject;
use crate::state::{Shared, with_state};
use crate::store;
use crate::store::gitlab::{Holder, Stored};

/// Disable an integration
///
/// Its settings are kept. Newer servers clear all except the events.
#[utoipa::path(delete, path = "/projects/{id}/integrations/{slug}", tag = "GitLab",
    operation_id = "disableGitLabIntegration",
    params(
        ("id" = String, Path, description = "Number, or path with each slash written %2F"),
        ("slug" = String, Path, description = "Name of the integration, with hyphens"),
        ("If-Unmodified-Since" = Option<String>, Header, description = "Only if it was not changed since"),
    ),
    responses(
        (status = 204, description = "Disabled"),
        (status = 400, description = "This server does not know the slug"),
        (status = 401, description = "Not signed in, or a session without its CSRF token"),
        (status = 403, description = "Not a maintainer, or a token that may only read"),
        (status = 404, description = "No such project, or on newer servers an integration that was never set up"),
        (status = 405, description = "The project was moved"),
        (status = 412, description = "It was changed since"),
        (status = 422, description = "It cannot be disabled through the API"),
    ))]
pub(super) async fn remove(
    MaintainedProject { project, slug }: MaintainedProject,
    State(state): State<Shared>,
    headers: HeaderMap,
) -> Result<StatusCode, Refusal> {
    remove_of(state, Holder::Project(project.id), slug, &headers).await
}

/// Disables one of a project or a group.
pub(super) async fn remove_of(
    state: Shared,
    holder: Holder,
    slug: String,
    headers: &HeaderMap,
) -> Result<StatusCode, Refusal> {
    let since = headers.get(header::IF_UNMODIFIED_SINCE).and_then(|text| text.to_str().ok());
    let since = since.and_then(date::read);
    with_state(state, move |state| {
        let (server, now) = (state.options.gitlab, state.now());
        inheritance::catch_up(&state.store, state.options.projects, now)?;
        state.store.write(|transaction| {
            let found = store::gitlab::find(transaction, holder, &slug)?;
            let stored = found.map_or_else(|| new_row(server, holder, &slug, now), Ok)?;
            known::check_served(server, &stored)?;
            known::check_disabling(&slug)?;
            if since.is_some_and(|since| stored.updated_at > since) {
                return Err(Refusal::precondition_failed());
            }
            store::gitlab::save(transaction, &disabled(server, stored, now))?;
            Ok(StatusCode::NO_CONTENT)
        })
    })
    .await
}

/// Older servers create a row for an integration that was never set up; newer ones answer that it does not exist.
fn new_row(server: GitLab, holder: Holder, slug: &str, now: i64) -> Result<Stored, Refusal> {
    known::offered(server, holder.level(), slug)?.ok_or_else(Refusal::unknown_slug)?;
    if server.misses_never_set_up() {
        return Err(never_set_up(server));
    }
    Ok(Stored::new(holder, slug, now))
}

fn disabled(server: GitLab, mut stored: Stored, now: i64) -> Stored {
    stored.active = false;
    stored.updated_at = now;
    // Seen on newer GitLab: every field is cleared; the flags of events are not fields. Older ones preserve settings.
    if server.clears_on_delete() {
        stored.settings.retain(|key, _| known::is_flag(key));
        stored.secrets.clear();
    }
    stored
}
