//! Files that people keep: JSON with the place of each value, and what both vendors say of it.

pub(crate) mod header;
pub(crate) mod json;
pub(crate) mod place;
pub(crate) mod words;

pub use place::{Fault, Place};
