//! The project or group that an address names, for callers who may see or administer it.

use std::collections::HashMap;

use axum::extract::{FromRequestParts, OriginalUri, Path};
use axum::http::Uri;
use axum::http::request::Parts;

use super::access::{Caller, reads};
use super::groups::data::{self as groups, Group};
use super::people::{Level, Person};
use super::projects::data::{Project, Resolved, resolve};
use super::refusal::Refusal;
use crate::context::base_url;
use crate::state::Shared;

/// A project that the caller may see.
pub(super) struct VisibleProject {
    pub(super) person: &'static Person,
    pub(super) project: &'static Project,
}

impl FromRequestParts<Shared> for VisibleProject {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &Shared) -> Result<Self, Refusal> {
        let Caller(person) = Caller::from_request_parts(parts, state).await?;
        match resolve(&named(parts, "id").await, state.options.projects) {
            Resolved::Found(project) => Ok(Self { person, project }),
            Resolved::Moved(project) => {
                Err(Refusal::moved(new_address(parts, project).await, reads(&parts.method)))
            }
            Resolved::NotFound => Err(Refusal::not_found("Project")),
        }
    }
}

/// A group that the caller may see.
pub(super) struct VisibleGroup {
    pub(super) person: &'static Person,
    pub(super) group: &'static Group,
    /// How the address names it.
    pub(super) named: String,
}

impl FromRequestParts<Shared> for VisibleGroup {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &Shared) -> Result<Self, Refusal> {
        let Caller(person) = Caller::from_request_parts(parts, state).await?;
        let named = named(parts, "id").await;
        let group = groups::resolve(&named).ok_or_else(|| Refusal::not_found("Group"))?;
        Ok(Self { person, group, named: named.replace('/', "%2F") })
    }
}

/// A project that the caller may administer, and the slug in the address, which may be empty.
pub(super) struct MaintainedProject {
    pub(super) project: &'static Project,
    pub(super) slug: String,
}

/// A group that the caller owns, and the slug in the address, which may be empty.
pub(super) struct OwnedGroup {
    pub(super) group: &'static Group,
    pub(super) slug: String,
}

impl FromRequestParts<Shared> for OwnedGroup {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &Shared) -> Result<Self, Refusal> {
        let VisibleGroup { person, group, .. } = VisibleGroup::from_request_parts(parts, state).await?;
        if person.level < Level::Owner {
            return Err(Refusal::forbidden());
        }
        Ok(Self { group, slug: named(parts, "slug").await })
    }
}

impl FromRequestParts<Shared> for MaintainedProject {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &Shared) -> Result<Self, Refusal> {
        let VisibleProject { person, project } = VisibleProject::from_request_parts(parts, state).await?;
        if person.level < Level::Maintainer {
            return Err(Refusal::forbidden());
        }
        Ok(Self { project, slug: named(parts, "slug").await })
    }
}

/// A part of the address, decoded once; empty when it is not text.
async fn named(parts: &mut Parts, name: &str) -> String {
    let path = Path::<HashMap<String, String>>::from_request_parts(parts, &()).await;
    path.ok().and_then(|Path(mut named)| named.remove(name)).unwrap_or_default()
}

/// The same address with the number of the project.
async fn new_address(parts: &mut Parts, project: &Project) -> String {
    let Ok(OriginalUri(uri)) = OriginalUri::from_request_parts(parts, &()).await;
    format!("{}{}", base_url(&parts.headers), renumbered(&uri, project.id))
}

/// `/api/v4/projects/ID/…` with another ID.
fn renumbered(uri: &Uri, id: u64) -> String {
    let number = id.to_string();
    let mut segments: Vec<_> = uri.path().split('/').collect();
    if let Some(segment) = segments.get_mut(4) {
        *segment = &number;
    }
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    format!("{}{query}", segments.join("/"))
}
