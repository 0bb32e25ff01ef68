//! A form is data: fields in sections, what they hold, the rules they keep, and how the wire carries them.

mod change;
mod check;
mod diff;
mod field;
mod problem;
mod requests;
mod schema;
mod secret;
mod values;
mod wire;

pub use change::Change;
pub use field::{Choice, Field, Kind, Required, Shown, Text};
pub use problem::Problem;
pub use schema::{Layout, Mode, Rule, Schema, Section};
pub use secret::Secret;
pub use values::{Entry, Lookup, Values};
pub use wire::{read_entry, write_entry};
