//! Projects of GitLab, and who is signed in there.

use super::ROOT;
use super::answer::{judge, unexpected};
use crate::api::error::{Case, Cause, Error};
use crate::api::http::{Reply, exchange};
use crate::api::server::Server;
use crate::route::encode;
use gloo_net::http::Method;
use patchbay_model::gitlab::{Home, Level, wire};
use patchbay_model::text::{NAME, short};
use patchbay_model::{Listed, Odd};
use serde_json::Value;

/// How many projects a page of the search has.
pub const PAGE_SIZE: u32 = 20;

/// A page of the projects that were found.
#[derive(Clone, PartialEq)]
pub struct PageOfProjects {
    /// The projects.
    pub projects: Vec<Home>,
    /// Entries that could not be read.
    pub odd: Vec<Odd>,
    /// How many there are in all; large servers do not count them.
    pub total: Option<u32>,
    /// Whether there is another page.
    pub has_next: bool,
}

/// Who is signed in ("GET /user"): the display name.
pub async fn user(gitlab: Server) -> Result<String, Error> {
    let json = get_json(gitlab, "/user").await?;
    let name = ["name", "username"].iter().find_map(|key| json.get(*key)?.as_str());
    Ok(short(name.unwrap_or("signed in"), NAME))
}

/// The server's version, such as `14.8.0-ee` ("GET /version").
pub async fn version(gitlab: Server) -> Result<String, Error> {
    let json = get_json(gitlab, "/version").await?;
    Ok(json.get("version").and_then(Value::as_str).map(|text| short(text, NAME)).unwrap_or_default())
}

/// Whether the token may change anything ("GET /personal_access_tokens/self", since GitLab 15.5); also where GitLab does
/// not say.
pub async fn may_write(gitlab: Server) -> Result<bool, Error> {
    let json = get_json(gitlab, "/personal_access_tokens/self").await?;
    let scopes = json.get("scopes").and_then(Value::as_array);
    Ok(scopes.is_none_or(|scopes| scopes.is_empty() || scopes.iter().any(|scope| scope == "api")))
}

/// Projects of the user whose name or path contains these words, page by page from 1 ("GET /projects").
pub async fn projects(gitlab: Server, search: &str, page: u32) -> Result<PageOfProjects, Error> {
    let mut path =
        format!("{ROOT}/projects?membership=true&order_by=last_activity_at&page={page}&per_page={PAGE_SIZE}");
    if !search.is_empty() {
        path.push_str(&format!("&search={}&search_namespaces=true", encode(search)));
    }
    let reply = exchange(gitlab, Method::GET, &path, &[], None).await?;
    let (json, reply) = judge(gitlab, reply)?;
    let number = |name: &str| reply.headers.get(name).and_then(|text| text.trim().parse::<u32>().ok());
    let Listed { read: projects, odd } =
        wire::homes(json, Level::Project).map_err(|shape| unexpected(gitlab, shape, &reply))?;
    let has_next = match reply.headers.get("x-next-page") {
        Some(next) => !next.trim().is_empty(),
        None => projects.len() + odd.len() >= PAGE_SIZE as usize,
    };
    Ok(PageOfProjects { projects, odd, total: number("x-total"), has_next })
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

async fn get_json(gitlab: Server, path: &str) -> Result<Value, Error> {
    let reply = exchange(gitlab, Method::GET, &format!("{ROOT}{path}"), &[], None).await?;
    judge(gitlab, reply).map(|(json, _)| json)
}

const SLASH_LOST: Case = Case {
    title: "The project’s path did not get through",
    text: "Something between this browser and GitLab, most likely a proxy, does not pass an encoded slash, and a search for the \
           path found no project either. Open the project by its number, or have the proxy pass %2F unchanged (Apache: \
           AllowEncodedSlashes NoDecode, and nocanon).",
};

fn slash_lost(gitlab: Server, reply: Reply) -> Error {
    Error { server: gitlab, cause: Cause::Known(&SLASH_LOST), facts: reply.facts }
}
