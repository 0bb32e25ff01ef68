//! "Retrieve Repository List".

use std::collections::HashMap;

use axum::Json;
use axum::extract::{Query, State};

use super::answer::{Alike, Repositories, Repository};
use crate::indexing::{make_all_known, with_queue};
use crate::projects;
use crate::rest::refusal::{Refusal, Refused};
use crate::state::{Shared, with_state};
use crate::store::{jira, repository};

/// All repositories, of all integrations
///
/// With `projectKey` those that this project may see, without those that are disabled or whose last indexing failed. There
/// are no pages. `all` is taken and does nothing.
#[utoipa::path(get, path = "/repository", tag = "Git Integration for Jira", operation_id = "listRepositories",
    params(
        ("projectKey" = Option<String>, Query, description = "Key of a project"),
        ("all" = Option<bool>, Query, description = "Does nothing, and cannot be combined with projectKey"),
    ),
    responses(
        (status = 200, description = "All repositories, ordered by id", body = Repositories),
        (status = 400, description = "projectKey together with all", body = Refused),
        (status = 401, description = "Not signed in"),
    ))]
pub(in crate::rest::gitplugin) async fn list(
    State(state): State<Shared>,
    Query(asked): Query<HashMap<String, String>>,
) -> Result<Json<Repositories>, Refusal> {
    let project = asked.get("projectKey").cloned();
    if project.is_some() && asked.contains_key("all") {
        return Err(Refusal::bad_request(
            "projectKey and all cannot be combined.",
            "Please send one of them.",
        ));
    }
    with_state(state, move |state| {
        with_queue(state, |queue, transaction, around| {
            make_all_known(transaction, around.clock, around.repositories)?;
            let integrations = jira::list(transaction, around.clock)?;
            let mut alike: HashMap<Option<i64>, Alike> =
                integrations.iter().map(|one| (Some(one.id), Alike::of(Some(one)))).collect();
            alike.insert(None, Alike::of(None));
            let wanted = project.as_deref().map(projects::id_of);
            let under_way = queue.under_way();
            let mut repositories = Vec::new();
            for stored in repository::all(transaction)? {
                let Some(alike) = alike.get(&stored.integration) else { continue };
                let answer = Repository::of(&stored, alike, &under_way, state.options.gij);
                let is_wanted = wanted.is_none_or(|project| {
                    !stored.disabled && stored.fault.is_none() && is_seen_by(&answer, project)
                });
                if is_wanted {
                    repositories.push(answer);
                }
            }
            Ok(Json(Repositories { success: true, repositories }))
        })
    })
    .await
}

fn is_seen_by(repository: &Repository, project: Option<i64>) -> bool {
    let Some(project) = project else { return false };
    let ids = repository.0.get("projectMappingIds").and_then(|ids| ids.as_array());
    let is_global = repository.0.get("global").and_then(|global| global.as_bool()).unwrap_or(false);
    is_global || ids.is_some_and(|ids| ids.iter().any(|id| id.as_i64() == Some(project)))
}
