//! Integrations of Git Integration for Jira Data Center, after its API documents "Add New Integration", "Update Existing
//! Integration", "Remove Integration", "Retrieve an Integration" and "Retrieve Integration List".

mod brief;
mod catalogue;
mod columns;
mod corrections;
mod fields;
pub mod file;
pub mod health;
mod integration;
mod integration_type;
mod names;
pub mod plan;
mod project;
mod readback;
mod refusal;
pub mod reindex;
mod repositories;
mod request;
pub mod rules;
mod schema;
mod secrets;
pub mod server;
mod spec;
pub mod wire;

pub use crate::edit::{Conflict, Readback, conflicts};
pub use brief::{Brief, briefs};
pub use columns::{Cell, Cells, cell, cells, columns, columns_of};
pub use fields::{AUTH, REGIONS};
pub use integration::{Integration, Staleness};
pub use integration_type::IntegrationType;
pub use names::TypeName;
pub use project::Project;
pub use readback::readback;
pub use repositories::{
    Fixed, Reason, Repository, RepositoryBrief, RepositoryForm, RepositoryState, read_repositories,
    read_repository, repository_briefs, repository_form, repository_in, repository_patch,
};
pub use request::{request_body, request_patch};
pub use schema::{UNKNOWN_TYPE, schema};
pub use secrets::{SECRETS, is_secret, strip_secrets};
pub use spec::{Auth, Origin, PullRequests, TypeSpec};
