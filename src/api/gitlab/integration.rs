//! The integrations of a holder in GitLab: a project, or a group.

use super::ROOT;
use super::answer::{judge_of, refusal_of, unexpected};
use super::change::change;
use crate::api::error::Error;
use crate::api::http::{Reply, exchange};
use crate::api::resource::{Found, Holder, Record, Refusal, WriteError};
use crate::api::server::Server;
use crate::route::encode;
use gloo_net::http::Method;
use patchbay_model::gitlab::{Integration, wire};
use patchbay_model::{Listed, Object};
use serde_json::Value;

/// The integrations of a holder that are active ("List all active integrations"), without their own settings.
pub async fn active(gitlab: Server, holder: Holder) -> Result<Listed<Integration>, Error> {
    let mut reply = exchange(gitlab, Method::GET, &folder(gitlab, holder), &[], None).await?;
    if is_unknown_address(&reply) && may_be_service(gitlab, holder) {
        // Until GitLab 14.4 they were called services.
        let path = format!("{}/services", holder_path(holder));
        let again = exchange(gitlab, Method::GET, &path, &[], None).await?;
        // Any other answer, also "not allowed", shows that the server knows the address.
        if !is_unknown_address(&again) {
            gitlab.set_older();
            reply = again;
        }
    }
    let (json, reply) = judge_of(holder, gitlab, reply)?;
    wire::list(json).map_err(|shape| unexpected(gitlab, shape, &reply))
}

/// One integration with its settings, active or not.
pub async fn get(gitlab: Server, holder: Holder, slug: &str) -> Result<Found, Error> {
    let ask = async || exchange(gitlab, Method::GET, &address(gitlab, holder, slug), &[], None).await;
    let mut reply = ask().await?;
    if is_unknown_address(&reply) && may_be_service(gitlab, holder) {
        // A form that was opened by its address has not read the list, which shows their name on this server.
        active(gitlab, holder).await?;
        if gitlab.is_older() {
            reply = ask().await?;
        }
    }
    match reply.status {
        404 if is_not_there(&reply) => return Ok(Found::Absent),
        400 if reply.text.contains("does not have a valid value") => return Ok(Found::NotOffered),
        // Some that projects have, groups do not.
        400 if reply.text.contains("Integration not available") => return Ok(Found::NotOffered),
        404 if is_unknown_address(&reply) => return Ok(Found::NotOffered),
        _ => {}
    }
    let (json, reply) = judge_of(holder, gitlab, reply)?;
    let read = wire::one(json).map_err(|shape| unexpected(gitlab, shape, &reply))?;
    Ok(Found::Present(Record::GitLab(read)))
}

/// Sets an integration up or changes it, and activates it. Returns the settings from the server's answer.
pub async fn put(
    gitlab: Server,
    holder: Holder,
    slug: &str,
    body: &Object,
) -> Result<Integration, WriteError> {
    let path = address(gitlab, holder, slug);
    let reply = change(gitlab, Method::PUT, &path, Some(body)).await?;
    let moved = reply.status == 405 && reply.text.contains("moved projects");
    let refusal = refusal_of(&reply).map(Refusal::GitLab);
    let (json, reply) =
        judge_of(holder, gitlab, reply).map_err(|error| WriteError { error, refusal, moved })?;
    wire::one(json).map_err(|shape| unexpected(gitlab, shape, &reply).into())
}

/// Disables an integration. What becomes of its settings depends on the server's version.
pub async fn disable(gitlab: Server, holder: Holder, slug: &str) -> Result<(), Error> {
    let reply = change(gitlab, Method::DELETE, &address(gitlab, holder, slug), None).await?;
    // From GitLab 17 on: somebody else was faster, and nothing is left to be disabled.
    if is_not_there(&reply) { Ok(()) } else { judge_of(holder, gitlab, reply).map(drop) }
}

/// Whether GitLab says that the holder has no such integration.
fn is_not_there(reply: &Reply) -> bool {
    reply.status == 404
        && (reply.text.contains("Integration Not Found") || reply.text.contains("Service Not Found"))
}

fn holder_path(holder: Holder) -> String {
    match holder {
        Holder::Project(id) => format!("{ROOT}/projects/{id}"),
        Holder::Group(id) => format!("{ROOT}/groups/{id}"),
    }
}

/// Whether the server may call integrations services, which is not known yet: those of groups came later.
fn may_be_service(gitlab: Server, holder: Holder) -> bool {
    matches!(holder, Holder::Project(_)) && !gitlab.is_older()
}

/// Path of all integrations of a holder.
fn folder(gitlab: Server, holder: Holder) -> String {
    let is_project = matches!(holder, Holder::Project(_));
    let name = if is_project && gitlab.is_older() { "services" } else { "integrations" };
    format!("{}/{name}", holder_path(holder))
}

/// Path of one integration.
pub fn address(gitlab: Server, holder: Holder, slug: &str) -> String {
    format!("{}/{}", folder(gitlab, holder), encode(slug))
}

/// What GitLab answers where it has no endpoint, in contrast to "404 Project Not Found".
fn is_unknown_address(reply: &Reply) -> bool {
    reply.status == 404
        && serde_json::from_str::<Value>(&reply.text).is_ok_and(|json| json.get("error").is_some())
}
