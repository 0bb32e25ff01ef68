//! Jira and Git Integration for Jira.

mod answer;
mod endpoints;
mod integration;
mod user;

pub use answer::CAPTCHA;
pub use endpoints::{JIRA, JIRA_WRITING};
pub use integration::{brief_list, integration_path, integrations_path, list, list_with};
pub use user::{confirmation, is_administrator, myself, projects};
