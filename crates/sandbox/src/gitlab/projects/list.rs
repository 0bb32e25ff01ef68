//! `GET /projects`: searched, ordered and cut into pages ("Projects API").

use std::sync::Arc;

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};

use super::order::Order;
use super::page::Page;
use super::shape::{Project, Simple};
use super::{Project as Stored, all};
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
    let found = if wanted.least_level > person.level as u64 { Vec::new() } else { wanted.find() };
    let base = base_url(headers.get(header::HOST));
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

/// What the query asks for.
struct Wanted<'a> {
    search: &'a str,
    in_groups: bool,
    archived: Option<bool>,
    least_level: u64,
    simple: bool,
    order: Order,
    ascending: bool,
    page: Page,
}

impl<'a> Wanted<'a> {
    fn read(query: &'a [(String, String)]) -> Result<Self, Refusal> {
        let mut faults = Vec::new();
        let text = |name: &str| {
            let found = query.iter().rev().find(|(other, _)| other == name);
            found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
        };
        let mut flag = |name: &str| match text(name) {
            None => None,
            Some(value) => truth(value).or_else(|| {
                faults.push(format!("{name} is invalid"));
                None
            }),
        };
        let (in_groups, archived) = (flag("search_namespaces").unwrap_or_default(), flag("archived"));
        let simple = flag("simple").unwrap_or_default();
        // The caller is a member of every project.
        flag("membership");
        let mut count = |name: &str, otherwise: usize| match text(name).map(str::parse::<usize>) {
            None => otherwise,
            Some(Ok(0)) => {
                faults.push(format!("{name} does not have a valid value"));
                otherwise
            }
            Some(Ok(number)) => number,
            Some(Err(_)) => {
                faults.push(format!("{name} is invalid"));
                otherwise
            }
        };
        let page = Page { number: count("page", 1), size: count("per_page", 20).min(100) };
        let least_level = count("min_access_level", 1) as u64;
        let order = text("order_by").map_or(Some(Order::default()), Order::named).unwrap_or_else(|| {
            faults.push("order_by does not have a valid value".to_owned());
            Order::default()
        });
        let ascending = match text("sort") {
            Some("asc") => true,
            None | Some("desc") => false,
            Some(_) => {
                faults.push("sort does not have a valid value".to_owned());
                false
            }
        };
        let search = text("search").unwrap_or_default();
        let wanted = Self { search, in_groups, archived, least_level, simple, order, ascending, page };
        if faults.is_empty() { Ok(wanted) } else { Err(Refusal::parameters(&faults)) }
    }

    fn find(&self) -> Vec<&'static Stored> {
        let words: Vec<_> = self.search.split_whitespace().map(str::to_lowercase).collect();
        let fits = |project: &&Stored| {
            let own = format!("{} {}", project.path, project.name.to_lowercase());
            let named =
                |word: &String| own.contains(word) || (self.in_groups && project.full_path.contains(word));
            self.archived.is_none_or(|archived| project.archived == archived) && words.iter().all(named)
        };
        let mut found: Vec<_> = all().iter().filter(fits).collect();
        self.order.sort(&mut found, self.search);
        if !self.ascending {
            found.reverse();
        }
        found
    }
}

/// The words that count as a yes or no.
fn truth(text: &str) -> Option<bool> {
    match text {
        "true" | "1" | "t" | "on" | "yes" => Some(true),
        "false" | "0" | "f" | "off" | "no" => Some(false),
        _ => None,
    }
}
