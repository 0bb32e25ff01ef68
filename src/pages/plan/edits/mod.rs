//! Changing settings or the projects of the chosen integrations: what is to be done with which setting, and what that
//! would come to.

pub mod adder;
pub mod block;
mod form;
pub mod outlook;
pub mod state;

pub use form::{PrepareChange, PrepareProjects};
