//! GitLab, as far as integrations need it.

mod answer;
mod change;
mod endpoints;
mod homes;
mod integration;
mod many;
mod user;

pub use answer::MAY_ONLY_READ;
pub use endpoints::{GITLAB, GITLAB_WRITING};
pub use homes::{Below, PAGE_SIZE, PageOfHomes, below, groups_in, home, project_answer, search};
pub use integration::{active, address, get};
pub use many::{groups_below, groups_of, projects_after, projects_below};
pub use user::{may_write, user, version};

/// Where the REST API is.
const ROOT: &str = "/api/v4";
