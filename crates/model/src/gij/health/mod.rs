//! What needs attention among the integrations of a Jira.

mod findings;

pub use findings::{Concern, Finding, Known, count_besides_indexing, findings, lasting};
