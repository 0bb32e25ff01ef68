//! The page "Connection": what works between the browser and each server, why not, and what to do; and diagnostics.

mod blocked;
mod card;
mod check;
mod diagnostics;
mod gitlab;
mod gitlab_rights;
mod jira;
mod outcome;
mod page;
mod refused;
mod report;
mod steps;
mod version;

pub use page::ConnectionPage;
