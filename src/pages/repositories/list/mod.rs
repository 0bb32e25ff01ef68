//! The repositories that an integration tracks: found, filtered and sorted, enabled and disabled.

mod asked;
mod cells;
mod dock;
mod facets;
mod page;
mod rows;
mod switching;
mod table;
mod view;

pub use page::RepositoriesPage;
pub use switching::{Turned, turn_one};
