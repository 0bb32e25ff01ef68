//! The projects of this GitLab, and their endpoints.

pub(crate) mod data;
pub(super) mod list;
mod names;
mod order;
mod page;
mod query;
mod search;
mod shape;
pub(super) mod show;
