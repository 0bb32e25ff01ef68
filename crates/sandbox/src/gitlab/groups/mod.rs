//! The groups of this GitLab, and their endpoints.

pub(crate) mod data;
pub(super) mod list;
mod names;
pub(super) mod projects;
mod search;
mod shape;
pub(super) mod show;
