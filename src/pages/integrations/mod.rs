//! Git integrations of Jira: the list, and the forms that add and change one.

mod add;
mod choose_type;
mod compared;
mod edit;
mod facets;
mod inventory;
mod list;
mod listing;
mod name_project;
mod projects_failed;
mod remove;
mod row;
mod saving;
mod switching;
mod table;
pub(super) mod words;

pub use add::{AddPage, ClonePage};
pub use choose_type::ChooseTypePage;
pub use edit::EditPage;
pub use inventory::Inventory;
pub use list::ListPage;
