//! Java patterns: what is accepted, the exact sentence for everything that is not, and how they are tried on names.

#![allow(clippy::panic, reason = "a test that cannot go on fails")]

mod cost;
mod habits;
mod java;
mod mistakes;
mod trial;
