//! Checks of what people enter into one field: URLs, refspecs, recipients, patterns, filters.

pub mod invisible;
pub mod path;
pub mod pattern;
pub mod query;
pub mod recipients;
pub mod refspec;
pub mod secret;
mod sentence;
pub mod url;

pub(crate) use sentence::sentence;
