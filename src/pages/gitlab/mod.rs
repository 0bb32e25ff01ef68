//! The pages of GitLab servers: projects, a project's integrations, the form of one.

mod about_project;
mod active;
mod available;
mod clash;
mod disable_dialog;
mod disabling;
mod export;
mod gate;
mod inactive;
mod inactive_search;
mod integration;
mod integration_about;
mod integration_sheet;
mod outcome;
mod project;
mod project_overview;
mod projects;
mod projects_direct;
mod projects_found;
mod projects_search;
mod recents;
mod sending;
mod set_up;
mod words;

pub use gate::GitLabPages;
