//! What people type into one field, checked: addresses, refspecs, recipients, patterns, filters.

pub mod pattern;
pub mod query;
pub mod recipients;
pub mod refspec;
pub mod url;
