//! The pages of GitLab servers: projects, a project's integrations, the form of one.

mod gate;

pub use gate::GitLabPages;
