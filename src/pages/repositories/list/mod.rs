//! The repositories that an integration tracks: found, filtered and sorted, enabled and disabled.

mod asked;
mod batch;
mod cells;
mod dock;
mod facets;
mod page;
mod rows;
mod sort_by;
mod switching;
mod table;
mod view;

pub use batch::Turned;
pub use page::RepositoriesPage;
pub use switching::turn_one;
