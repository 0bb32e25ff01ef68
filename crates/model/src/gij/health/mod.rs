//! What needs attention among the integrations of a Jira.

mod examined;
mod findings;

pub use examined::{Examined, Tracked, examined};
pub use findings::{Concern, Finding, Known, counts, findings};
