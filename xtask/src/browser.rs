//! What the programs of the `patchbay-tests` package are told about this machine, and the benchmark among them.

use std::process::Command;

use anyhow::Result;

use crate::setup::node;
use crate::setup::programs::{self, Chromium};
use crate::steps::Steps;
use crate::workspace::Workspace;
use crate::{dist, process};

/// A browser, and the npm package with the accessibility rules.
pub fn ensure_tools(workspace: &Workspace, steps: &mut Steps) -> Result<Chromium> {
    node::ensure_packages(workspace, steps)?;
    programs::chromium(steps)
}

/// Adds the variables that the tests and the benchmark read.
pub fn tell(command: &mut Command, workspace: &Workspace, chromium: &Chromium) {
    command
        .env("PATCHBAY_DIST", workspace.dist())
        .env("PATCHBAY_CHROME", &chromium.browser)
        .env("PATCHBAY_CHROMEDRIVER", &chromium.driver)
        .env("PATCHBAY_AXE", workspace.root.join("node_modules/axe-core/axe.min.js"));
}

/// `cargo xtask bench`: how long somebody waits for rows, for a key and for a plan, where there is much.
pub fn bench(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    let chromium = ensure_tools(workspace, steps)?;
    dist::build(workspace, steps)?;
    let arguments = ["run", "--quiet", "--locked", "--package", "patchbay-tests", "--bin", "bench"];
    let mut bench = process::cargo(workspace, &arguments);
    tell(&mut bench, workspace, &chromium);
    process::run(&mut bench)
}
