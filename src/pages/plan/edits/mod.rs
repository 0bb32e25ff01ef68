//! Changing settings or the projects of the chosen integrations: what is to be done with which setting, and what that
//! would come to.

mod adder;
mod block;
mod form;
mod outlook;
mod state;

pub use form::{PrepareChange, PrepareProjects};
