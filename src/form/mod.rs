//! The one form engine: draws any schema, reports problems and changes. It knows no integration and fetches nothing.

mod choice;
mod events;
mod expressions;
mod field;
mod ids;
mod key_file;
mod pattern;
mod projects;
mod query;
mod real;
mod secret;
mod sections;
mod state;
mod text;
mod trial;

pub use expressions::try_expression;
pub use field::FieldView;
pub use ids::field_id;
pub use real::{Known, RealRepositories, RealRepository};
pub use sections::Sections;
pub use state::FormState;
