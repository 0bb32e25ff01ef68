//! Reading a long JSON answer as far as a list needs, and searching and ordering many texts.
//!
//! A crate of its own, because Cargo compiles a crate for speed or for size as a whole: the app is compiled for size, and
//! these loops go over megabytes.

mod haystack;
mod json;
mod order;
mod search;

pub use haystack::haystack;
pub use json::{Scan, is_plain};
pub use order::rough_order;
pub use search::contains;
