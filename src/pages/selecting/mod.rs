//! Rows that are chosen in a long table, for what is done with many: which checkbox was pressed, what that means, and the bar
//! that says how many they are. The same for integrations and repositories of Jira and for projects of GitLab.

mod choosing;
mod dock;
mod pick;

pub use dock::{DockRows, SelectionDock};
pub use pick::{Pick, Shown, check_all};
