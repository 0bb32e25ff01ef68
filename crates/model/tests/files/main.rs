//! Integrations as files: what is written, what is read, what is made of it, and what is refused.

#![allow(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

#[path = "../properties/arbitrary.rs"]
#[allow(dead_code, reason = "the tests of properties use the rest")]
mod arbitrary;
mod bad;
mod credentials;
mod documents;
mod emptied;
mod made;
mod matches;
mod odd_secrets;
mod round;
#[path = "../support/mod.rs"]
mod support;
mod written;
