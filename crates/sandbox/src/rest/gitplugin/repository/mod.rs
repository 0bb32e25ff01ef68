//! The endpoints of repositories: "Retrieve Repository List", "Add New Repository", "Update Existing Repository", "Update
//! Nested Repository API", "Delete Existing Repository".

pub(super) mod add;
pub(super) mod answer;
pub(super) mod change;
pub(super) mod list;
mod openapi;
pub(super) mod remove;
