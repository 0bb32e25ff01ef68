//! GitLab, as far as integrations need it.

mod answer;
mod change;
mod endpoints;
mod integration;
mod projects;

pub use answer::MAY_ONLY_READ;
pub use endpoints::{GITLAB, GITLAB_WRITING};
pub use integration::{active, address, get};
pub use projects::{PAGE_SIZE, PageOfProjects, home, may_write, projects, user, version};

/// Where the REST API is.
const ROOT: &str = "/api/v4";
