//! Repositories and their indexing: what is read of Jira's answers, what is sent, what a form of a repository has.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod briefs;
mod form;
mod progress;
mod read;
mod requests;
mod targets;
