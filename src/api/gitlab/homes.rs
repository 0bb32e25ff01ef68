//! Projects and groups of GitLab.

use super::ROOT;
use super::answer::{judge, unexpected};
use crate::api::error::{Case, Cause, Error};
use crate::api::http::{Reply, exchange};
use crate::api::server::Server;
use crate::route::encode;
use gloo_net::http::Method;
use patchbay_model::gitlab::{Home, Level, wire};
use patchbay_model::{Listed, Odd};
use serde_json::Value;

/// How many projects or groups a page has.
pub const PAGE_SIZE: u32 = 20;

/// A page of the projects or groups that were found.
#[derive(Clone, PartialEq)]
pub struct PageOfHomes {
    /// The projects or groups.
    pub homes: Vec<Home>,
    /// Entries that could not be read.
    pub odd: Vec<Odd>,
    /// How many there are in all; large servers do not count them.
    pub total: Option<u32>,
    /// Whether there is another page.
    pub has_next: bool,
}

/// Projects of the user, or groups that the user may see, whose name or path contains these words, page by page from 1
/// ("GET /projects", "GET /groups").
pub async fn search(gitlab: Server, level: Level, words: &str, page: u32) -> Result<PageOfHomes, Error> {
    let (list, more) = match level {
        Level::Project => ("projects?membership=true&order_by=last_activity_at", "&search_namespaces=true"),
        Level::Group => ("groups?order_by=name", ""),
    };
    let words = if words.is_empty() { String::new() } else { format!("&search={}{more}", encode(words)) };
    list_of(gitlab, level, PAGE_SIZE, &format!("{list}&page={page}{words}")).await
}

/// The groups directly in a group, or those that are in no other one, page by page from 1
/// ("GET /groups/:id/subgroups", "GET /groups").
pub async fn groups_in(gitlab: Server, parent: Option<u64>, page: u32) -> Result<PageOfHomes, Error> {
    let list = match parent {
        Some(id) => format!("groups/{id}/subgroups?"),
        None => "groups?top_level_only=true&".to_owned(),
    };
    let path = format!("{list}order_by=name&page={page}");
    list_of(gitlab, Level::Group, PAGE_SIZE, &path).await
}

/// One page of so many entries.
pub(super) async fn list_of(
    gitlab: Server,
    level: Level,
    size: u32,
    path: &str,
) -> Result<PageOfHomes, Error> {
    let path = format!("{ROOT}/{path}&per_page={size}");
    let reply = exchange(gitlab, Method::GET, &path, &[], None).await?;
    let (json, reply) = judge(gitlab, reply)?;
    let Listed { read: homes, odd } =
        wire::homes(json, level).map_err(|shape| unexpected(gitlab, shape, &reply))?;
    let has_next = match reply.headers.get("x-next-page") {
        Some(next) => !next.trim().is_empty(),
        None => homes.len() + odd.len() >= size as usize,
    };
    Ok(PageOfHomes { homes, odd, total: total(&reply), has_next })
}

/// How many entries there are on all pages, where the server counts them.
fn total(reply: &Reply) -> Option<u32> {
    reply.headers.get("x-total")?.trim().parse().ok()
}

/// What is below a group at any depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Below {
    /// How many groups; `None` where the server does not count them.
    pub groups: Option<u32>,
    /// How many projects; `None` where the server does not count them.
    pub projects: Option<u32>,
}

/// Counts the subgroups and projects of a group that the user may see, at any depth
/// ("GET /groups/:id/descendant_groups", "GET /groups/:id/projects").
pub async fn below(gitlab: Server, group: u64) -> Result<Below, Error> {
    let count = async |list: &str| {
        let path = format!("{ROOT}/groups/{group}/{list}per_page=1");
        let reply = exchange(gitlab, Method::GET, &path, &[], None).await?;
        judge(gitlab, reply).map(|(_, reply)| total(&reply))
    };
    let groups = count("descendant_groups?").await?;
    // Projects that are only shared with the group have the settings of another one.
    let projects = count("projects?include_subgroups=true&with_shared=false&simple=true&").await?;
    Ok(Below { groups, projects })
}

/// One project or group by its number or its full path ("GET /projects/:id", "GET /groups/:id"). A proxy in front of
/// GitLab may not let an encoded slash pass: then the path is searched for.
pub async fn home(gitlab: Server, level: Level, id: &str) -> Result<Home, Error> {
    // GitLab takes what follows a dot for a format, and sends who asks for a moved project to the wrong address.
    let name = encode(id).replace('.', "%2E");
    let path = match level {
        Level::Project => format!("{ROOT}/projects/{name}"),
        Level::Group => format!("{ROOT}/groups/{name}?with_projects=false"),
    };
    let reply = exchange(gitlab, Method::GET, &path, &[], None).await?;
    let is_unknown = ["Project Not Found", "Group Not Found"].iter().any(|text| reply.text.contains(text));
    if matches!(reply.status, 400 | 404) && !is_unknown && id.contains('/') {
        let path = match level {
            Level::Project => {
                format!("{ROOT}/projects?search={}&search_namespaces=true&per_page=100", encode(id))
            }
            // GitLab looks for the words in a group's own name and path.
            Level::Group => {
                let own = id.rsplit('/').next().unwrap_or(id);
                format!("{ROOT}/groups?search={}&per_page=100", encode(own))
            }
        };
        let found = exchange(gitlab, Method::GET, &path, &[], None).await?;
        let (json, found) = judge(gitlab, found)?;
        let homes = wire::homes(json, level).map_err(|shape| unexpected(gitlab, shape, &found))?;
        // GitLab takes paths in capitals and small letters alike.
        let home = homes.read.into_iter().find(|home| home.path.eq_ignore_ascii_case(id));
        return home.ok_or_else(|| slash_lost(gitlab, reply));
    }
    let (json, reply) = judge(gitlab, reply)?;
    wire::home(json, level).map_err(|shape| unexpected(gitlab, shape, &reply))
}

/// A project as GitLab answers it, with all fields ("GET /projects/:id").
pub async fn project_answer(gitlab: Server, id: u64) -> Result<Value, Error> {
    let reply = exchange(gitlab, Method::GET, &format!("{ROOT}/projects/{id}"), &[], None).await?;
    judge(gitlab, reply).map(|(json, _)| json)
}

const SLASH_LOST: Case = Case {
    title: "The path did not get through",
    text: "Something between this browser and GitLab, most likely a proxy, does not pass an encoded slash, and a search for the \
           path found nothing either. Open it by its number, or have the proxy pass %2F unchanged (Apache: \
           AllowEncodedSlashes NoDecode, and nocanon).",
};

fn slash_lost(gitlab: Server, reply: Reply) -> Error {
    Error { server: gitlab, cause: Cause::Known(&SLASH_LOST), facts: reply.facts }
}
