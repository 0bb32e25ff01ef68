//! Plans for many Git integrations of one Jira: what is to be done with each, and what people see of it before anything is
//! sent.

pub mod apply;
pub mod credentials;
pub mod edits;
mod planned;
mod requests;
mod reverse;

pub use planned::{Planned, Work, add, again, change, leave, remove, switch};
pub use requests::requests;
pub use reverse::{came_of, reverse};
