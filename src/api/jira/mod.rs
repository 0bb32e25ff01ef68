//! Jira and Git Integration for Jira.

mod answer;
mod endpoints;
mod integration;
#[allow(dead_code, reason = "until the pages of repositories are there")]
mod reindexing;
#[allow(dead_code, reason = "until the pages of repositories are there")]
mod repository;
mod user;

pub use answer::CAPTCHA;
pub use endpoints::{JIRA, JIRA_WRITING};
pub use integration::{brief_list, integration_path, integrations_path, list, list_with};
#[allow(unused_imports, reason = "until the pages of repositories are there")]
pub use reindexing::{reindexing_progress, start_reindexing};
#[allow(unused_imports, reason = "until the pages of repositories are there")]
pub use repository::{
    Whose, find_repository, list_repositories, set_repository_disabled, update_repository, whose_number,
};
pub use user::{confirmation, is_administrator, myself, projects};
