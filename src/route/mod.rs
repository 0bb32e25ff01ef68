//! Addresses behind `#`, so that the app works in any folder of any host and inside a page of Jira.

mod address;
mod coming_back;
mod connection;
mod encode;
mod gitlab;
mod jira;
mod left;
mod navigation;
mod query;

pub use address::Route;
pub use connection::ConnectionRoute;
pub use encode::{decode, encode};
pub use gitlab::{GitLabPage, GitLabPlan, GitLabRoute};
pub use jira::{JiraPage, JiraRoute, PlanPage};
pub use navigation::{Guard, Navigation, navigation};
pub use query::{COLUMN, ListQuery, Sort, TableQuery};
