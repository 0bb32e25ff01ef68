//! What was read and what is under way, above the pages' lifetime.

pub mod attention;
mod inventory;
mod row;
mod selection;
mod twins;
pub mod work;

pub use inventory::{Inventories, Inventory, inventory};
pub use row::Row;
#[cfg(test)]
pub use row::rank;
pub use selection::Selection;
