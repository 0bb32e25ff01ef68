//! Patterns of Java and of RE2: what is accepted and the exact sentence for everything that is not; how Java's are tried on
//! names.

#![allow(clippy::panic, reason = "a test that cannot go on fails")]

mod cost;
mod habits;
mod java;
mod mistakes;
mod others;
mod re2;
mod trial;
