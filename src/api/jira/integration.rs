//! The REST API of Git Integration for Jira.

use super::answer::{Answer, Failed, failed, long_text, send, send_and_read, usable};
use crate::api::error::Error;
use crate::api::http::Body;
use crate::api::server::Server;
use crate::browser::slices::Slices;
use gloo_net::http::Method;
use patchbay_model::gij::wire::{self, WireError};
use patchbay_model::gij::{Brief, Integration, briefs};
use patchbay_model::{Listed, Object};

const ROOT: &str = "/rest/gitplugin/1.0";

/// The path of one integration.
pub fn integration_path(id: u64) -> String {
    format!("{ROOT}/integration/{id}")
}

/// The path of all integrations.
pub fn integrations_path() -> String {
    format!("{ROOT}/integration")
}

/// "Retrieve Integration List", in slices where it is the usual answer.
pub async fn list(jira: Server) -> Result<Listed<Integration>, Error> {
    let answer = match long_text(jira, &integrations_path()).await {
        Ok(Ok(reply)) => {
            let mut slices = Slices::new();
            match wire::list_in_slices(&reply.text, &mut async || slices.rest().await).await {
                Some(listed) => return Ok(listed),
                None => usable(jira, reply),
            }
        }
        Ok(Err(answer)) => Ok(answer),
        Err(failed) => Err(failed),
    };
    answer.and_then(|answer| read(jira, answer, wire::list)).map_err(|failed| failed.error)
}

/// "Retrieve Integration List", read in this way if that is possible; otherwise all of it.
pub async fn list_with<T>(
    jira: Server,
    quick: fn(&str) -> Option<T>,
) -> Result<Result<T, Listed<Integration>>, Error> {
    match send_and_read(jira, &integrations_path(), quick).await {
        Ok(Ok(read)) => Ok(Ok(read)),
        Ok(Err(answer)) => read(jira, answer, wire::list).map(Err).map_err(|failed| failed.error),
        Err(failed) => Err(failed.error),
    }
}

/// "Retrieve Integration List", read as far as a list needs.
pub async fn brief_list(jira: Server) -> Result<Listed<Brief>, Error> {
    match send_and_read(jira, &integrations_path(), briefs).await {
        Ok(Ok(read)) => Ok(Listed { read, odd: Vec::new() }),
        // Out of the ordinary: reading all of it says what it is.
        Ok(Err(answer)) => {
            let list = read(jira, answer, wire::list).map_err(|failed| failed.error)?;
            Ok(Listed { read: list.read.iter().map(Brief::of).collect(), odd: list.odd })
        }
        Err(failed) => Err(failed.error),
    }
}

/// "Retrieve an Integration".
pub async fn get(jira: Server, id: u64) -> Result<Integration, Error> {
    let answer = send(jira, Method::GET, &integration_path(id), None).await;
    answer
        .and_then(|answer| read(jira, answer, |json| wire::one(json, Some(id))))
        .map_err(|failed| failed.error)
}

/// "Add New Integration".
pub async fn create(jira: Server, body: &Object) -> Result<Integration, Failed> {
    let answer = send(jira, Method::POST, &integrations_path(), Some(Body::new(jira, body))).await?;
    read(jira, answer, |json| wire::one(json, None))
}

/// "Update Existing Integration". The result must be read back.
pub async fn update(jira: Server, id: u64, patch: &Object) -> Result<(), Failed> {
    send(jira, Method::PUT, &integration_path(id), Some(Body::new(jira, patch))).await.map(drop)
}

/// "Remove Integration".
pub async fn remove(jira: Server, id: u64, delete_files: bool) -> Result<(), Error> {
    let path = format!("{}?deleteFiles={delete_files}", integration_path(id));
    send(jira, Method::DELETE, &path, None).await.map(drop).map_err(|failed| failed.error)
}

/// "Enable/disable existing integration". The same address switches repositories, so a caller checks first that the
/// number is an integration's.
pub async fn set_disabled(jira: Server, id: u64, disabled: bool) -> Result<(), Error> {
    let path = format!("{ROOT}/repository/{id}/disable?disable={disabled}");
    send(jira, Method::PUT, &path, None).await.map(drop).map_err(|failed| failed.error)
}

fn read<T>(
    jira: Server,
    answer: Answer,
    how: impl FnOnce(serde_json::Value) -> Result<T, WireError>,
) -> Result<T, Failed> {
    how(answer.json).map_err(|error| failed(jira, error, &answer.facts))
}
