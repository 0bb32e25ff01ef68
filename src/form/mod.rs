//! The one form engine: draws any schema, reports problems and changes. It knows no integration and fetches nothing.

mod choice;
mod events;
mod field;
mod pattern;
mod projects;
mod query;
mod secret;
mod sections;
mod state;
mod text;

pub use sections::Sections;
pub use state::{FormState, field_id};
