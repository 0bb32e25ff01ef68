//! The requests about one integration of GitLab, as every editor of a resource calls them.

use super::integration as api;
use crate::api::error::Error;
use crate::api::resource::{Endpoints, Found, Holder, Pending, Record, Resource, WriteError, Writing};
use crate::api::server::Server;
use patchbay_model::Object;

/// GitLab's endpoints.
pub static GITLAB: &dyn Endpoints = &GitLab;

/// The same, and those that write settings.
pub static GITLAB_WRITING: &dyn Writing = &GitLab;

struct GitLab;

/// Server, holder and slug; of a resource of another vendor, none.
fn parts(of: &Resource) -> Option<(Server, Holder, &str)> {
    match of {
        Resource::GitLab { server, holder, slug } => Some((*server, *holder, slug)),
        Resource::Jira { .. } | Resource::Repository { .. } => None,
    }
}

impl Endpoints for GitLab {
    fn read<'a>(&'a self, of: &'a Resource) -> Pending<'a, Result<Found, Error>> {
        Box::pin(async move {
            let Some((server, holder, slug)) = parts(of) else { return Ok(Found::Absent) };
            api::get(server, holder, slug).await
        })
    }

    /// Disables it. GitLab enables an integration only by writing its settings: nothing is sent for that.
    fn switch<'a>(&'a self, of: &'a Resource, on: bool) -> Pending<'a, Result<(), Error>> {
        if on { Box::pin(async { Ok(()) }) } else { self.remove(of, false) }
    }

    fn remove<'a>(&'a self, of: &'a Resource, _delete_files: bool) -> Pending<'a, Result<(), Error>> {
        Box::pin(async move {
            let Some((server, holder, slug)) = parts(of) else { return Ok(()) };
            api::disable(server, holder, slug).await
        })
    }
}

impl Writing for GitLab {
    fn write<'a>(
        &'a self,
        of: &'a Resource,
        body: &'a Object,
    ) -> Pending<'a, Result<Option<Record>, WriteError>> {
        Box::pin(async move {
            let Some((server, holder, slug)) = parts(of) else { return Ok(None) };
            api::put(server, holder, slug, body).await.map(|now| Some(Record::GitLab(now)))
        })
    }
}
