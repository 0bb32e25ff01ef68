//! The pages: one folder a group of screens.

pub mod connection;
pub mod fleet;
pub mod gitlab;
pub mod gitlab_plan;
pub mod jira;
pub mod pairs;
pub mod plan;
pub mod repositories;
pub mod selecting;
