//! A form as data: sections of fields, their values, the rules between them, and their encoding on the wire.

mod change;
pub mod check;
mod correction;
pub mod diff;
mod field;
mod key_file;
mod problem;
mod requests;
mod schema;
mod secret;
mod shape;
mod values;
mod wire;

pub use change::Change;
pub use check::CONTROL;
pub(crate) use check::is_region;
pub use correction::{Correction, Corrector};
pub use field::{Choice, Field, Kind, Required, Shown, Text};
pub use key_file::{KeyFile, KeyFormat, LARGEST_KEY, bytes};
pub use problem::Problem;
pub use schema::{Layout, Mode, Rule, Schema, Section};
pub use secret::Secret;
pub(crate) use secret::{plain_name, says_secret, strip};
pub(crate) use shape::kind_of;
pub use values::{Entry, Lookup, Values};
pub(crate) use wire::{lines, read_bool, read_ids};
pub use wire::{read_entry, write_entry};
