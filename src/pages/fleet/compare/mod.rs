//! One integration of many projects and groups: its settings side by side.

mod acts;
mod head;
mod page;
mod reader;
pub mod run;
mod settings;
mod table;
mod tools;
mod view;

pub use page::ComparePage;
pub use view::route_of;
