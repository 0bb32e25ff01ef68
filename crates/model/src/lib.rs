//! The model of Patchbay: forms as data, their rules, and the formats of both REST APIs. The app and the sandbox share it,
//! so that the server refuses what the form refuses.
//!
//! It has no access to browser, clock or network: callers pass in what it needs.

pub mod answer;
pub mod command;
mod depth;
pub mod edit;
pub mod file;
pub mod form;
pub mod gij;
pub mod gitlab;
mod listed;
mod object;
pub mod pairs;
mod parse;
pub mod plan;
mod slices;
pub mod text;
pub mod vendor;

pub use depth::{DEEPEST, is_too_deep};
pub use form::{Change, Entry, Field, Kind, Layout, Lookup, Mode, Problem, Schema, Secret, Section, Values};
pub use gij::Project;
pub use listed::{Listed, Odd, twins};
pub use object::Object;
pub use parse::parse;
pub use vendor::Vendor;
