//! Git integrations as files: `docs/files.md` describes both formats and what is made of them.

mod anew;
mod cells;
mod columns;
mod draft;
mod drift;
mod entry;
mod export;
mod export_table;
mod forms;
mod from_json;
mod from_table;
mod import;
mod matching;
mod projects;
mod row;
mod secrets;

use crate::file::{json, place};

pub use crate::file::{Fault, Place};
pub use anew::anew;
pub use drift::{Drift, drift};
pub use export::{VERSION, WHAT, export_json, export_json_in_slices};
pub use export_table::{export_tsv, export_tsv_in_slices};
pub use import::{Found, Import, Imported, Now, import, import_in_slices};

pub use secrets::SecretGroup;
