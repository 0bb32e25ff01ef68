//! The common model of Patchbay: what a form is made of, the rules its values keep, and how both REST APIs write them
//! down. The app and the sandbox share it, so that what the form refuses, the server refuses too.
//!
//! It knows no browser, no clock and no network: whoever calls passes in what it needs.

pub mod change;
pub mod command;
pub mod field;
pub mod gij;
pub mod gitlab;
pub mod pattern;
pub mod problem;
pub mod project;
pub mod query;
pub mod readback;
pub mod recipients;
pub mod refspec;
pub mod schema;
pub mod secret;
pub mod url;
pub mod values;

pub use change::Change;
pub use field::{Field, Kind};
pub use problem::Problem;
pub use project::Project;
pub use schema::{Layout, Mode, Schema, Section};
pub use secret::Secret;
pub use values::{Entry, Lookup, Values};

/// A JSON object in the order in which it was read.
pub type Object = serde_json::Map<String, serde_json::Value>;
