//! The REST API of Git Integration for Jira, as far as it is about indexing on demand.

use super::answer::{Answer, Failed, ask, failed, readable};
use crate::api::error::{Cause, Error};
use crate::api::http::{Body, Reply};
use crate::api::server::Server;
use gloo_net::http::Method;
use patchbay_model::gij::reindex::{
    INDEX_FORM, INDEX_PATH, REINDEX_PATH, ReindexProgress, ReindexStarted, index_form, progress_path,
    read_progress, read_started, reindex_body,
};
use patchbay_model::gij::wire::{Refusal, WireError};
use serde_json::Value;

/// Starts the indexing of what has this number: "Reindex POST API", or its predecessor on a server that does not have it,
/// which is remembered: an integration there is indexed by a request for each of its repositories.
/// [`patchbay_model::gij::reindex::ReindexTarget`] says which numbers to send for an integration. A server that has neither
/// gives [`Cause::NoSuchAddress`], one that does not know the number [`Cause::NotFound`] or [`Cause::Refused`].
pub async fn start_reindexing(jira: Server, id: u64) -> Result<ReindexStarted, Failed> {
    let newer = match jira.is_older() {
        true => None,
        false => {
            let body = Body::new(jira, &reindex_body(id));
            Some(ask(jira, Method::POST, REINDEX_PATH, Some(body)).await?).filter(|reply| !is_missing(reply))
        }
    };
    let reply = match newer {
        Some(reply) => reply,
        None => {
            let form = Body::form(INDEX_FORM, index_form(id));
            let reply = ask(jira, Method::POST, INDEX_PATH, Some(form)).await?;
            if !is_missing(&reply) {
                jira.set_older();
            }
            reply
        }
    };
    let answer = answer(jira, reply)?;
    read_started(&answer.json).map_err(|error| failed(jira, error, &answer.facts))
}

/// "Reindex GET API": how far the run of this thread is, else that of what has this number.
pub async fn reindexing_progress(
    jira: Server,
    thread: Option<&str>,
    id: u64,
) -> Result<ReindexProgress, Failed> {
    let reply = ask(jira, Method::GET, &progress_path(thread, id), None).await?;
    let answer = answer(jira, reply)?;
    read_progress(&answer.json).map_err(|error| failed(jira, error, &answer.facts))
}

/// Whether the server has no such endpoint. One that has it and does not know the number answers 404 as well, but in the
/// words of Git Integration for Jira.
fn is_missing(reply: &Reply) -> bool {
    matches!(reply.status, 404 | 405) && refusal(reply).is_none()
}

fn refusal(reply: &Reply) -> Option<Refusal> {
    let json: Value = serde_json::from_str(&reply.text).ok()?;
    json.get("success").map(|_| Refusal::read(&json))
}

/// The answer, whatever its `success` says.
fn answer(jira: Server, reply: Reply) -> Result<Answer, Failed> {
    match (reply.status, refusal(&reply)) {
        (404 | 405, Some(refusal)) => Err(failed(jira, WireError::Refused(refusal), &reply.facts)),
        (404 | 405, None) => {
            Err(Error { server: jira, cause: Cause::NoSuchAddress, facts: reply.facts }.into())
        }
        _ => readable(jira, reply),
    }
}
