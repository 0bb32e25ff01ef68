//! Reading repositories anew: Jira is told to index integrations, and says how far it is.

mod cells;
mod follow;
mod item;
mod kept;
mod pace;
mod page;
mod runner;
mod runs;
mod table;

pub use page::ReindexPage;
pub use runs::failed_runs;
