//! What Jira and GitLab have of each other: beside a project's Jira integration the Git integrations that find the project,
//! and beside a Git integration the projects of GitLab that it finds.

pub mod in_gitlab;
mod in_jira;
mod later;

pub use in_jira::OfProject;
pub use later::InJira;
