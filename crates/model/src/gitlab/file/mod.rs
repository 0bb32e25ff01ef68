//! Integrations of many projects and groups as files: docs/files.md describes the JSON. The other format is Terraform.

mod drift;
mod entry;
mod export;
mod import;
mod plan;
mod read;
mod resources;
mod settings;
mod terraform;

pub use crate::file::{Fault, Place};
pub use drift::{Drift, drift};
pub use export::{VERSION, WHAT, export_json, export_json_in_slices};
pub use import::{File, HomeEntry, IntegrationEntry, Named};
pub use plan::plan;
pub use read::{read, read_in_slices};
pub use settings::settings_in;
pub use terraform::terraform;
