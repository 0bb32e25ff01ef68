//! The REST API of GitLab, as far as project integrations need it.

use super::error::{Error, Trouble};
use super::gitlab_answer::{judge, refusal_of};
use super::gitlab_change::change;
use super::http::{Reply, exchange};
use crate::console::GitLab;
use crate::route::encode;
use gloo_net::http::Method;
use leptos::prelude::*;
use patchbay_model::Object;
use patchbay_model::gitlab::wire::{self, Refusal, Shape};
use patchbay_model::gitlab::{Integration, Project};
use serde_json::Value;

const ROOT: &str = "/api/v4";

/// How many projects a page of the search has.
pub const PAGE_SIZE: u32 = 20;

/// A page of the projects that were found.
#[derive(Clone, PartialEq)]
pub struct Found {
    /// The projects.
    pub projects: Vec<Project>,
    /// How many there are in all; large servers do not count them.
    pub total: Option<u32>,
    /// Whether there is another page.
    pub has_next: bool,
}

/// What is known of one integration of a project.
#[derive(Clone, PartialEq)]
pub enum Lookup {
    /// It was set up once, and may be active or not.
    There(Integration),
    /// It was never set up, or the server does not allow it in this project.
    NeverSetUp,
    /// This server has no integration of this name.
    NotOffered,
}

/// Why a change was not made.
#[derive(Clone, PartialEq)]
pub struct NotPut {
    /// What went wrong.
    pub error: Error,
    /// What GitLab said about the values, when it was about those.
    pub refusal: Option<Refusal>,
    /// Whether the project has another number or path by now.
    pub moved: bool,
}

/// Who is signed in ("GET /user"): the display name.
pub async fn user(gitlab: GitLab) -> Result<String, Error> {
    let json = get_json(gitlab, "/user").await?;
    let name = ["name", "username"].iter().find_map(|key| json.get(*key)?.as_str());
    Ok(name.unwrap_or("signed in").to_owned())
}

/// The server's version, such as `14.8.0-ee` ("GET /version").
pub async fn version(gitlab: GitLab) -> Result<String, Error> {
    let json = get_json(gitlab, "/version").await?;
    Ok(json.get("version").and_then(Value::as_str).unwrap_or_default().to_owned())
}

/// Projects that one is a member of and whose name or path has these words, page by page from 1 ("GET /projects").
pub async fn projects(gitlab: GitLab, search: &str, page: u32) -> Result<Found, Error> {
    let mut path =
        format!("{ROOT}/projects?membership=true&order_by=last_activity_at&page={page}&per_page={PAGE_SIZE}");
    if !search.is_empty() {
        path.push_str(&format!("&search={}&search_namespaces=true", encode(search)));
    }
    let reply = exchange(gitlab.server, Method::GET, &path, &[], None).await?;
    let (json, reply) = judge(gitlab.server, reply)?;
    let number = |name: &str| reply.headers.get(name).and_then(|text| text.trim().parse::<u32>().ok());
    let projects = wire::projects(json).map_err(|shape| unexpected(gitlab, shape, &reply))?;
    let has_next = match reply.headers.get("x-next-page") {
        Some(next) => !next.trim().is_empty(),
        None => projects.len() >= PAGE_SIZE as usize,
    };
    Ok(Found { projects, total: number("x-total"), has_next })
}

/// One project by its number or its full path ("GET /projects/:id"). A proxy in front of GitLab may not let an encoded
/// slash pass: then the path is searched for.
pub async fn project(gitlab: GitLab, id: &str) -> Result<Project, Error> {
    let path = format!("{ROOT}/projects/{}", encode(id));
    let reply = exchange(gitlab.server, Method::GET, &path, &[], None).await?;
    let broken = matches!(reply.status, 400 | 404) && !reply.text.contains("Project Not Found");
    if broken && id.contains('/') {
        let path = format!("{ROOT}/projects?search={}&search_namespaces=true&per_page=100", encode(id));
        let found = exchange(gitlab.server, Method::GET, &path, &[], None).await?;
        let (json, found) = judge(gitlab.server, found)?;
        let projects = wire::projects(json).map_err(|shape| unexpected(gitlab, shape, &found))?;
        // GitLab takes paths in capitals and small letters alike.
        let project = projects.into_iter().find(|project| project.path.eq_ignore_ascii_case(id));
        return project.ok_or_else(|| slash_lost(gitlab, reply));
    }
    let (json, reply) = judge(gitlab.server, reply)?;
    wire::project(json).map_err(|shape| unexpected(gitlab, shape, &reply))
}

/// The integrations of a project that are active ("List all active integrations"), without their own settings.
pub async fn active(gitlab: GitLab, project: u64) -> Result<Vec<Integration>, Error> {
    let mut reply = exchange(gitlab.server, Method::GET, &folder(gitlab, project), &[], None).await?;
    if is_unknown_address(&reply) && !gitlab.calls_them_services.get_untracked() {
        // Until GitLab 14.4 they were called services.
        let path = format!("{ROOT}/projects/{project}/services");
        let again = exchange(gitlab.server, Method::GET, &path, &[], None).await?;
        // Whatever it says, be it that one may not: there is somebody who knows the address.
        if !is_unknown_address(&again) {
            gitlab.calls_them_services.set(true);
            reply = again;
        }
    }
    let (json, reply) = judge(gitlab.server, reply)?;
    wire::list(json).map_err(|shape| unexpected(gitlab, shape, &reply))
}

/// One integration of a project with its settings, active or not.
pub async fn get(gitlab: GitLab, project: u64, slug: &str) -> Result<Lookup, Error> {
    let ask = async || exchange(gitlab.server, Method::GET, &address(gitlab, project, slug), &[], None).await;
    let mut reply = ask().await?;
    let calls_them_services = || gitlab.calls_them_services.get_untracked();
    if is_unknown_address(&reply) && !calls_them_services() {
        // Who opened a form by its address has not read the list, which tells what they are called here.
        active(gitlab, project).await?;
        if calls_them_services() {
            reply = ask().await?;
        }
    }
    match reply.status {
        404 if is_not_there(&reply) => return Ok(Lookup::NeverSetUp),
        400 if reply.text.contains("does not have a valid value") => return Ok(Lookup::NotOffered),
        404 if is_unknown_address(&reply) => return Ok(Lookup::NotOffered),
        _ => {}
    }
    let (json, reply) = judge(gitlab.server, reply)?;
    wire::one(json).map(Lookup::There).map_err(|shape| unexpected(gitlab, shape, &reply))
}

/// Sets an integration up or changes it; it is active afterwards. Gives what the server says it holds now.
pub async fn put(gitlab: GitLab, project: u64, slug: &str, body: &Object) -> Result<Integration, NotPut> {
    let not_put = |error| NotPut { error, refusal: None, moved: false };
    let path = address(gitlab, project, slug);
    let reply = change(gitlab, Method::PUT, &path, Some(body)).await.map_err(not_put)?;
    let moved = reply.status == 405 && reply.text.contains("moved projects");
    let refusal = refusal_of(&reply);
    let (json, reply) = judge(gitlab.server, reply).map_err(|error| NotPut { error, refusal, moved })?;
    wire::one(json).map_err(|shape| not_put(unexpected(gitlab, shape, &reply)))
}

/// Disables an integration. What becomes of its settings depends on the server's version.
pub async fn disable(gitlab: GitLab, project: u64, slug: &str) -> Result<(), Error> {
    let reply = change(gitlab, Method::DELETE, &address(gitlab, project, slug), None).await?;
    // From GitLab 17 on: somebody else was faster, and nothing is left to be disabled.
    if is_not_there(&reply) { Ok(()) } else { judge(gitlab.server, reply).map(drop) }
}

/// Whether GitLab says that the project has no such integration.
fn is_not_there(reply: &Reply) -> bool {
    reply.status == 404
        && (reply.text.contains("Integration Not Found") || reply.text.contains("Service Not Found"))
}

/// Path of all integrations of a project.
fn folder(gitlab: GitLab, project: u64) -> String {
    let name = if gitlab.calls_them_services.get_untracked() { "services" } else { "integrations" };
    format!("{ROOT}/projects/{project}/{name}")
}

/// Path of one integration of a project.
pub fn address(gitlab: GitLab, project: u64, slug: &str) -> String {
    format!("{}/{}", folder(gitlab, project), encode(slug))
}

/// What GitLab answers where it has no endpoint, in contrast to "404 Project Not Found".
fn is_unknown_address(reply: &Reply) -> bool {
    reply.status == 404
        && serde_json::from_str::<Value>(&reply.text).is_ok_and(|json| json.get("error").is_some())
}

async fn get_json(gitlab: GitLab, path: &str) -> Result<Value, Error> {
    let reply = exchange(gitlab.server, Method::GET, &format!("{ROOT}{path}"), &[], None).await?;
    judge(gitlab.server, reply).map(|(json, _)| json)
}

fn unexpected(gitlab: GitLab, shape: Shape, reply: &Reply) -> Error {
    Error { server: gitlab.server, trouble: Trouble::Unexpected(shape.0), facts: reply.facts.clone() }
}

fn slash_lost(gitlab: GitLab, reply: Reply) -> Error {
    let trouble = Trouble::Told {
        title: "The project’s path did not get through".to_owned(),
        text: "Something between here and GitLab, most likely a proxy, does not let an encoded slash pass, and no project \
               of this path was found by searching either. Open the project by its number, or have the proxy pass %2F on \
               as it is (Apache: AllowEncodedSlashes NoDecode, and nocanon)."
            .to_owned(),
    };
    Error { server: gitlab.server, trouble, facts: reply.facts }
}
