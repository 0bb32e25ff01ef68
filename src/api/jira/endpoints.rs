//! The requests about one Git integration, as every editor of a resource calls them.

use super::answer::Failed;
use super::integration as api;
use crate::api::error::{Cause, Error};
use crate::api::resource::{Endpoints, Found, Pending, Record, Refusal, Resource, WriteError, Writing};
use crate::api::server::Server;
use patchbay_model::Object;
use serde_json::Value;

/// Jira's endpoints.
pub static JIRA: &dyn Endpoints = &Jira;

/// The same, and those that write settings.
pub static JIRA_WRITING: &dyn Writing = &Jira;

struct Jira;

/// Server and number; of a resource of another vendor, none.
fn parts(of: &Resource) -> (Server, Option<u64>) {
    match of {
        Resource::Jira { server, id } => (*server, *id),
        Resource::Repository { server, .. } | Resource::GitLab { server, .. } => (*server, None),
    }
}

impl Endpoints for Jira {
    fn read<'a>(&'a self, of: &'a Resource) -> Pending<'a, Result<Found, Error>> {
        Box::pin(async move {
            let (jira, Some(id)) = parts(of) else { return Ok(Found::Absent) };
            match api::get(jira, id).await {
                Ok(integration) => Ok(Found::Present(Record::Jira(integration))),
                Err(error) if error.cause == Cause::NotFound => Ok(Found::Absent),
                Err(error) => Err(error),
            }
        })
    }

    fn switch<'a>(&'a self, of: &'a Resource, on: bool) -> Pending<'a, Result<(), Error>> {
        Box::pin(async move {
            let (jira, Some(id)) = parts(of) else { return Ok(()) };
            api::set_disabled(jira, id, !on).await
        })
    }

    fn remove<'a>(&'a self, of: &'a Resource, delete_files: bool) -> Pending<'a, Result<(), Error>> {
        Box::pin(async move {
            let (jira, Some(id)) = parts(of) else { return Ok(()) };
            match api::remove(jira, id, delete_files).await {
                // Gone is what was asked for.
                Err(error) if error.cause == Cause::NotFound => Ok(()),
                removed => removed,
            }
        })
    }
}

impl Writing for Jira {
    fn write<'a>(
        &'a self,
        of: &'a Resource,
        body: &'a Object,
    ) -> Pending<'a, Result<Option<Record>, WriteError>> {
        Box::pin(async move {
            let written = match parts(of) {
                (jira, Some(id)) => api::update(jira, id, body).await.map(|()| None),
                (jira, None) => api::create(jira, body).await.map(|made| Some(Record::Jira(made))),
            };
            written.map_err(|Failed { error, refusal }| WriteError {
                error,
                refusal: refusal.map(Refusal::Jira),
                moved: false,
            })
        })
    }

    fn candidates<'a>(
        &'a self,
        of: &'a Resource,
        body: &'a Object,
    ) -> Pending<'a, Result<Vec<Record>, Error>> {
        Box::pin(async move {
            let text = |key: &str| body.get(key).and_then(Value::as_str).unwrap_or_default().trim();
            let all = api::list(of.server()).await?;
            let alike = all.read.into_iter().filter(|one| {
                one.kind.name() == text("type")
                    // Jira fills in what is left empty.
                    && (text("origin").is_empty() || one.origin() == text("origin"))
                    && (text("displayName").is_empty() || one.name() == text("displayName"))
            });
            Ok(alike.map(Record::Jira).collect())
        })
    }
}
