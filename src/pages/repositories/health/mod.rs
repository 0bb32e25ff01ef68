//! What needs attention among the integrations of all Jiras.

mod actions;
mod concern;
mod looked;
mod page;
mod place;

pub use page::HealthPage;
