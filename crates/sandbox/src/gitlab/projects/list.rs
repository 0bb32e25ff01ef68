//! `GET /projects`: searched, ordered and cut into pages ("Projects API").

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::data::Project as Stored;
use super::search::Search;
use super::shape::{Listed, Project};
use crate::context::base_url;
use crate::gitlab::access::Caller;
use crate::gitlab::people::Person;
use crate::gitlab::query;
use crate::gitlab::refusal::Refusal;
use crate::state::Shared;

/// Projects
///
/// One page; the headers say which.
#[utoipa::path(get, path = "/projects", tag = "GitLab", operation_id = "listGitLabProjects",
    params(
        ("search" = Option<String>, Query, description = "Words that the name or path contains"),
        ("search_namespaces" = Option<bool>, Query, description = "Also search the names of groups"),
        ("archived" = Option<bool>, Query, description = "Only archived projects, or only the others"),
        ("membership" = Option<bool>, Query, description = "Only projects of which the caller is a member: here all"),
        ("min_access_level" = Option<u64>, Query, description = "Only projects in which the caller has at least this access level"),
        ("id_after" = Option<u64>, Query, description = "Only projects with a greater number"),
        ("simple" = Option<bool>, Query, description = "Only a few fields of each project: without archived, visibility and permissions"),
        ("order_by" = Option<String>, Query, description = "id, name, path, created_at, updated_at, last_activity_at or similarity"),
        ("sort" = Option<String>, Query, description = "asc or desc"),
        ("page" = Option<u64>, Query, minimum = 1, description = "Number of the page, from 1"),
        ("per_page" = Option<u64>, Query, minimum = 1, description = "Projects on a page: 20 by default, 100 at most"),
    ),
    responses(
        (status = 200, description = "One page", body = Vec<Listed>),
        (status = 400, description = "A parameter has the wrong type"),
        (status = 401, description = "Not signed in"),
    ))]
pub(in crate::gitlab) async fn list(
    Caller(person): Caller,
    State(state): State<Shared>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    page(&state, person, &query::pairs(query), &headers, "projects", |_| true)
}

/// One page of the projects that are `within`. `address` is that of the list, after `/api/v4/`.
pub(in crate::gitlab) fn page(
    state: &Shared,
    person: &Person,
    query: &[(String, String)],
    headers: &HeaderMap,
    address: &str,
    within: impl Fn(&Stored) -> bool,
) -> Result<Response, Refusal> {
    let search = Search::read(query)?;
    let is_member = search.least_level <= person.level as usize;
    let found = search.find(state.options.projects, |project| is_member && within(project));
    let base = base_url(headers);
    let now = state.now();
    let shapes = search.page.cut(&found).iter().map(|project| Project::of(project, &base, now, person));
    let paging = search.page.headers(found.len(), &format!("{base}/api/v4/{address}"), query);
    let listed: Vec<Listed> = shapes.map(|project| project.listed(search.simple)).collect();
    Ok((paging, Json(listed)).into_response())
}
