//! The projects of this GitLab, and their endpoints.

pub(crate) mod data;
pub(super) mod list;
mod names;
mod order;
mod search;
pub(super) mod shape;
pub(super) mod show;
