//! The requests about one repository, as every editor of a resource calls them.

use super::answer::Failed;
use super::repository::{Whose, find_repository, set_repository_disabled, update_repository, whose_number};
use crate::api::error::Error;
use crate::api::resource::{Endpoints, Found, Pending, Record, Refusal, Resource, WriteError, Writing};
use patchbay_model::Object;

/// Jira's endpoints for repositories that an integration tracks.
pub static REPOSITORY: &dyn Writing = &Repositories;

struct Repositories;

impl Endpoints for Repositories {
    fn read<'a>(&'a self, of: &'a Resource) -> Pending<'a, Result<Found, Error>> {
        Box::pin(async move {
            let Resource::Repository { server, integration, id } = of else { return Ok(Found::Absent) };
            let found = find_repository(*server, *id).await?;
            // By now another integration may track it, or none.
            let found = found.filter(|found| found.integration() == Some(*integration));
            Ok(found.map_or(Found::Absent, |found| Found::Present(Record::Repository(found))))
        })
    }

    fn switch<'a>(&'a self, of: &'a Resource, on: bool) -> Pending<'a, Result<(), Error>> {
        Box::pin(async move {
            let Resource::Repository { server, id, .. } = of else { return Ok(()) };
            match whose_number(*server, *id).await? {
                Whose::Repository(_) => set_repository_disabled(*server, *id, !on).await,
                // The read-back shows that nothing was done.
                Whose::Both(_) | Whose::Other => Ok(()),
            }
        })
    }

    /// A repository that an integration tracks comes and goes with what the host has.
    fn remove<'a>(&'a self, _of: &'a Resource, _delete_files: bool) -> Pending<'a, Result<(), Error>> {
        Box::pin(async { Ok(()) })
    }
}

impl Writing for Repositories {
    fn write<'a>(
        &'a self,
        of: &'a Resource,
        body: &'a Object,
    ) -> Pending<'a, Result<Option<Record>, WriteError>> {
        Box::pin(async move {
            let written = update_repository(of.server(), body).await;
            let record = written.map(|answered| answered.map(Record::Repository));
            record.map_err(|Failed { error, refusal }| WriteError {
                error,
                refusal: refusal.map(Refusal::Jira),
                moved: false,
            })
        })
    }
}
