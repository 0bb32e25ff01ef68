//! What holds for every input: nothing unknown is lost, nothing panics, form and server agree, no secret shows.

#![allow(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

mod agreeing;
mod arbitrary;
mod many;
mod reading;
mod secrets;
#[path = "../support/mod.rs"]
mod support;
mod surviving;
