//! Checks of what people enter into one field: URLs, refspecs, recipients, patterns, filters.

pub mod path;
pub mod pattern;
pub mod query;
pub mod recipients;
pub mod refspec;
mod sentence;
mod short;
pub mod url;

pub(crate) use sentence::sentence;
pub use short::{NAME, short};
