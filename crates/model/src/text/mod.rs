//! Checks of what people enter into one field: URLs, refspecs, recipients, patterns, filters.

mod check;
pub mod path;
pub mod pattern;
pub mod query;
pub mod recipients;
pub mod refspec;
mod sentence;
pub mod url;

pub use check::Check;
pub(crate) use sentence::sentence;
