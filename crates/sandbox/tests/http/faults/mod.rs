//! `--faults`: requests that go wrong as a file says.

mod bad_files;
mod counting;
mod delay;
mod documents;
mod matching;
mod outcomes;
mod run;

use patchbay_sandbox::Options;
use serde_json::Value;

use crate::running::Running;

/// Three integrations that are the same each time, and these faults.
fn with(faults: &Value) -> Running {
    let faults = faults.to_string().parse().unwrap();
    Running::with(Options { demo: 3, faults, clock: || 1_790_000_000_000, ..Options::default() })
}
