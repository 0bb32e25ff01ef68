//! The common model of Patchbay: what a form is made of, the rules its values keep, and how both REST APIs write them
//! down. The app and the sandbox share it, so that the server refuses what the form refuses.
//!
//! It knows no browser, no clock and no network: callers pass in what it needs.

pub mod command;
pub mod edit;
pub mod form;
pub mod gij;
pub mod gitlab;
pub mod text;
pub mod vendor;

pub use form::{Change, Entry, Field, Kind, Layout, Lookup, Mode, Problem, Schema, Secret, Section, Values};
pub use gij::Project;
pub use vendor::Vendor;

/// A JSON object in the order in which it was read.
pub type Object = serde_json::Map<String, serde_json::Value>;
