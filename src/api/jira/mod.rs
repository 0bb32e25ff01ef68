//! Jira and Git Integration for Jira.

mod answer;
mod endpoints;
mod integration;
mod reindexing;
mod repository;
mod repository_endpoints;
mod user;

pub use answer::CAPTCHA;
pub use endpoints::{JIRA, JIRA_WRITING};
pub use integration::{brief_list, integration_path, integrations_path, list, list_with};
pub use reindexing::{reindexing_progress, start_reindexing};
pub use repository::{list_repositories, set_repository_disabled};
pub use repository_endpoints::REPOSITORY;
pub use user::{confirmation, is_administrator, myself, projects};
