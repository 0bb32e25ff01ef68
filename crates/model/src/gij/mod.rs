//! Integrations of Git Integration for Jira Data Center, after its "Add New Integration", "Update Existing Integration",
//! "Remove Integration", "Retrieve an Integration" and "Retrieve Integration List" API documents.

mod features;
mod fields;
mod integration;
mod project;
mod readback;
mod rules;
mod schema;
mod secrets;
pub mod server;
mod types;
pub mod wire;

pub use crate::edit::{Conflict, Readback, conflicts};
pub use fields::{AUTH, REGIONS};
pub use integration::{Integration, Staleness};
pub use project::Project;
pub use readback::readback;
pub use schema::{request_body, request_patch, schema};
pub use secrets::{SECRETS, is_secret, strip_secrets};
pub use types::{Auth, IntegrationType, Origin, TypeSpec};
