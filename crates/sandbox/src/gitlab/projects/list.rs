//! `GET /projects`: searched, ordered and cut into pages ("Projects API").

use std::sync::Arc;

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::shape::{Project, Simple};
use super::wanted::Wanted;
use crate::gitlab::access::Caller;
use crate::gitlab::{Refusal, base_url};
use crate::sandbox;

/// Projects
///
/// A page of them, with its place among the others in the headers.
#[utoipa::path(get, path = "/projects", tag = "GitLab", operation_id = "listGitLabProjects",
    params(
        ("search" = Option<String>, Query, description = "Words that the name or path has"),
        ("search_namespaces" = Option<bool>, Query, description = "Search the names of groups as well"),
        ("archived" = Option<bool>, Query, description = "Only archived ones, or only the others"),
        ("membership" = Option<bool>, Query, description = "Only those of which the caller is a member: here all"),
        ("min_access_level" = Option<u64>, Query, description = "Only those in which the caller may do so much"),
        ("simple" = Option<bool>, Query, description = "Only a few fields of each"),
        ("order_by" = Option<String>, Query, description = "id, name, path, created_at, updated_at, last_activity_at or similarity"),
        ("sort" = Option<String>, Query, description = "asc or desc"),
        ("page" = Option<u64>, Query, minimum = 1, description = "Which page, from 1"),
        ("per_page" = Option<u64>, Query, minimum = 1, description = "How many a page, 100 at most; 20 unless told"),
    ),
    responses(
        (status = 200, description = "One page", body = Vec<Project>),
        (status = 400, description = "A parameter is of the wrong kind"),
        (status = 401, description = "Not signed in"),
    ))]
pub(in crate::gitlab) async fn list(
    Caller(person): Caller,
    State(state): State<Arc<sandbox::State>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let query = query.unwrap_or_default();
    let query: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let wanted = Wanted::read(&query)?;
    let found = if wanted.least_level > person.level as usize { Vec::new() } else { wanted.find() };
    let base = base_url(&headers);
    let now = (state.options.clock)();
    let shapes = wanted.page.cut(&found).iter().map(|project| Project::of(project, &base, now, person));
    let paging = wanted.page.headers(found.len(), &format!("{base}/api/v4/projects"), &query);
    Ok(if wanted.simple {
        let simple: Vec<Simple> = shapes.map(Project::into_simple).collect();
        (paging, Json(simple)).into_response()
    } else {
        let whole: Vec<Project> = shapes.collect();
        (paging, Json(whole)).into_response()
    })
}
