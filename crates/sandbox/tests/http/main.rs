//! The sandbox over real HTTP. One program for all of these tests, so that it is linked once.

// What clippy.toml allows inside tests, for the functions that they share.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod access;
mod connections;
mod context;
mod demo;
mod faults;
mod fields;
mod files;
mod gitlab;
mod integrations;
mod jar;
mod jira;
mod openapi;
mod origin;
mod persistence;
#[cfg(unix)]
mod plan_script;
mod program;
mod raw;
mod refusals;
mod removal;
mod repositories;
mod running;
mod sessions;
mod updates;
mod walk;
