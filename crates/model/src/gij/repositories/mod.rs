//! Repositories of Git Integration for Jira, after its API documents "Retrieve Repository List", "Enable/disable existing
//! repository", "Update Nested Repository", "Add New Repository" and "Delete Existing Repository".

mod brief;
mod fields;
mod fixed;
mod form;
mod repository;
mod state;
mod wire;

pub use brief::{RepositoryBrief, repository_briefs, repository_in};
pub use fixed::{Fixed, Reason};
pub use form::{RepositoryForm, repository_form, repository_patch};
pub use repository::Repository;
pub use state::RepositoryState;
pub use wire::{read_repositories, read_repository};
