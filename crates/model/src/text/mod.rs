//! Checks of what people enter into one field: URLs, refspecs, recipients, patterns, filters.

mod check;
pub mod invisible;
pub mod meant;
mod named;
pub mod pages;
pub mod pasted;
pub mod path;
pub mod pattern;
pub mod percent;
mod punycode;
pub mod query;
pub mod recipients;
pub mod refspec;
pub mod secret;
mod sentence;
mod short;
pub mod url;

pub use check::Check;
pub(crate) use sentence::{is_same, sentence};
pub use short::{NAME, short};
