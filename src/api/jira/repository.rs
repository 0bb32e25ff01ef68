//! The REST API of Git Integration for Jira, as far as it is about repositories.

use super::answer::{Answer, Failed, failed, send, send_and_read};
use super::integration;
use crate::api::error::{Cause, Error};
use crate::api::http::Body;
use crate::api::server::Server;
use gloo_net::http::Method;
use patchbay_model::gij::{
    Repository, RepositoryBrief, read_repositories, read_repository, repository_briefs, repository_in,
};
use patchbay_model::{Listed, Object};

const PATH: &str = "/rest/gitplugin/1.0/repository";

/// "Retrieve Repository List", read as far as a list needs: those that this integration tracks, or all. Jira always sends
/// those of all integrations, and any Jira user may ask for them.
pub async fn list_repositories(jira: Server, of: Option<u64>) -> Result<Listed<RepositoryBrief>, Error> {
    match send_and_read(jira, PATH, |text| repository_briefs(text, of)).await {
        Ok(Ok(read)) => Ok(Listed { read, odd: Vec::new() }),
        Ok(Err(answer)) => {
            let list = read_all(jira, answer)?;
            let wanted = list.read.iter().filter(|one| of.is_none() || one.integration() == of);
            Ok(Listed { read: wanted.map(RepositoryBrief::of).collect(), odd: list.odd })
        }
        Err(failed) => Err(failed.error),
    }
}

/// All settings of one repository; `None` if Jira lists none with this number. No document has a request for one alone, so
/// the list is read for it.
pub async fn find_repository(jira: Server, id: u64) -> Result<Option<Repository>, Error> {
    match send_and_read(jira, PATH, |text| repository_in(text, id)).await {
        Ok(Ok(found)) => Ok(found),
        Ok(Err(answer)) => Ok(read_all(jira, answer)?.read.into_iter().find(|one| one.id == id)),
        Err(failed) => Err(failed.error),
    }
}

/// Whose number it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Whose {
    /// A repository has it, and no integration.
    Repository(Box<Repository>),
    /// A repository and an integration have it: a request with this number could change either of them.
    Both(Box<Repository>),
    /// No repository has it.
    Other,
}

/// Whose number it is. The endpoint that enables and disables takes repositories and integrations alike, so it is asked
/// before each such request.
pub async fn whose_number(jira: Server, id: u64) -> Result<Whose, Error> {
    let Some(found) = find_repository(jira, id).await? else { return Ok(Whose::Other) };
    match integration::get(jira, id).await {
        Ok(_) => Ok(Whose::Both(Box::new(found))),
        Err(error) if error.cause == Cause::NotFound => Ok(Whose::Repository(Box::new(found))),
        Err(error) => Err(error),
    }
}

/// "Enable/disable existing repository". The same address switches integrations: [`whose_number`] says first whose it is.
pub async fn set_repository_disabled(jira: Server, id: u64, disabled: bool) -> Result<(), Error> {
    integration::set_disabled(jira, id, disabled).await
}

/// "Update Existing Repository", with the body that `gij::repository_patch` makes. Gives what Jira answers, which is the
/// changed repository; `None` if it answers something else. The result must be read back: Jira ignores some values.
pub async fn update_repository(jira: Server, body: &Object) -> Result<Option<Repository>, Failed> {
    let answer = send(jira, Method::PUT, PATH, Some(Body::new(jira, body))).await?;
    Ok(read_repository(answer.json, None).ok())
}

fn read_all(jira: Server, answer: Answer) -> Result<Listed<Repository>, Error> {
    read_repositories(answer.json).map_err(|error| failed(jira, error, &answer.facts).error)
}
