//! `cargo xtask bench`: how long the page is busy while a person types, with 10,000 integrations.

use crate::app::{self, WasmOpt};
use crate::failure::Result;
use crate::steps::Steps;
use crate::workspace::Workspace;
use crate::{browser_tests, process};

/// Builds the app and runs the benchmark of the `patchbay-tests` package, which prints its figures.
pub fn bench(workspace: &Workspace) -> Result<()> {
    let mut steps = Steps::default();
    let chromium = browser_tests::ensure_tools(workspace, &mut steps)?;
    let dist = app::build(workspace, &mut steps, WasmOpt::Required)?;
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--locked", "--package", "patchbay-tests", "--bin", "bench"]);
    process::run(browser_tests::tell(&mut cargo, workspace, &dist, &chromium).current_dir(&workspace.root))
}
