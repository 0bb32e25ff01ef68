//! The lists of groups: all, those in one, and those below one ("Groups API").

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::search::{Among, Search};
use super::shape::Group;
use crate::context::base_url;
use crate::gitlab::access::Caller;
use crate::gitlab::people::Person;
use crate::gitlab::query;
use crate::gitlab::refusal::Refusal;
use crate::gitlab::target::VisibleGroup;
use crate::state::Shared;

/// Groups
///
/// One page; the headers say which.
#[utoipa::path(get, path = "/groups", tag = "GitLab", operation_id = "listGitLabGroups",
    params(
        ("search" = Option<String>, Query, description = "Words that the name or path contains, also of the groups that it is in"),
        ("top_level_only" = Option<bool>, Query, description = "Only groups that are in no other one"),
        ("owned" = Option<bool>, Query, description = "Only groups that the caller owns"),
        ("all_available" = Option<bool>, Query, description = "Also groups of which the caller is no member: here there are none"),
        ("min_access_level" = Option<u64>, Query, description = "Only groups in which the caller has at least this access level"),
        ("archived" = Option<bool>, Query, description = "Only archived groups, or only the others"),
        ("visibility" = Option<String>, Query, description = "private, internal or public"),
        ("order_by" = Option<String>, Query, description = "name, path, id or similarity"),
        ("sort" = Option<String>, Query, description = "asc or desc"),
        ("page" = Option<u64>, Query, minimum = 1, description = "Number of the page, from 1"),
        ("per_page" = Option<u64>, Query, minimum = 1, description = "Groups on a page: 20 by default, 100 at most"),
    ),
    responses(
        (status = 200, description = "One page", body = Vec<Group>),
        (status = 400, description = "A parameter has the wrong type"),
        (status = 401, description = "Not signed in"),
    ))]
pub(in crate::gitlab) async fn list(
    Caller(person): Caller,
    State(state): State<Shared>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    page(&state, person, Among::All, query, &headers, "groups")
}

/// The groups directly in a group
///
/// With the parameters of the list of all groups. The search is in their own names only.
#[utoipa::path(get, path = "/groups/{id}/subgroups", tag = "GitLab", operation_id = "listGitLabSubgroups",
    params(("id" = String, Path, description = "Number, or path with each slash written %2F")),
    responses(
        (status = 200, description = "One page", body = Vec<Group>),
        (status = 400, description = "A parameter has the wrong type"),
        (status = 401, description = "Not signed in"),
        (status = 404, description = "No such group"),
    ))]
pub(in crate::gitlab) async fn subgroups(
    VisibleGroup { person, group, named, .. }: VisibleGroup,
    State(state): State<Shared>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    page(&state, person, Among::In(group), query, &headers, &format!("groups/{named}/subgroups"))
}

/// The groups in a group, and those in them
///
/// With the parameters of the list of all groups. The search is in their own names only.
#[utoipa::path(get, path = "/groups/{id}/descendant_groups", tag = "GitLab", operation_id = "listGitLabDescendantGroups",
    params(("id" = String, Path, description = "Number, or path with each slash written %2F")),
    responses(
        (status = 200, description = "One page", body = Vec<Group>),
        (status = 400, description = "A parameter has the wrong type"),
        (status = 401, description = "Not signed in"),
        (status = 404, description = "No such group"),
    ))]
pub(in crate::gitlab) async fn descendants(
    VisibleGroup { person, group, named, .. }: VisibleGroup,
    State(state): State<Shared>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    page(&state, person, Among::Below(group), query, &headers, &format!("groups/{named}/descendant_groups"))
}

fn page(
    state: &Shared,
    person: &Person,
    among: Among,
    query: Option<String>,
    headers: &HeaderMap,
    address: &str,
) -> Result<Response, Refusal> {
    let query = query::pairs(query);
    let search = Search::read(&query)?;
    let found = search.find(person, among);
    let base = base_url(headers);
    let gitlab = state.options.gitlab;
    let shapes: Vec<_> =
        search.page.cut(&found).iter().map(|group| Group::of(group, &base, gitlab)).collect();
    let paging = search.page.headers(found.len(), &format!("{base}/api/v4/{address}"), &query);
    Ok((paging, Json(shapes)).into_response())
}
