//! What the programs of the `patchbay-tests` package are told about this machine.

use std::path::Path;
use std::process::Command;

use crate::failure::Result;
use crate::setup::chromium::{self, Chromium};
use crate::setup::node;
use crate::steps::Steps;
use crate::workspace::Workspace;

/// A browser, and the npm package with the accessibility rules.
pub fn ensure_tools(workspace: &Workspace, steps: &mut Steps) -> Result<Chromium> {
    node::ensure_packages(workspace, steps)?;
    chromium::ensure(steps)
}

/// Adds the variables that the tests and the benchmark read.
pub fn tell<'c>(
    command: &'c mut Command,
    workspace: &Workspace,
    dist: &Path,
    chromium: &Chromium,
) -> &'c mut Command {
    command
        .env("PATCHBAY_DIST", dist)
        .env("PATCHBAY_CHROME", &chromium.browser)
        .env("PATCHBAY_CHROMEDRIVER", &chromium.driver)
        .env("PATCHBAY_AXE", workspace.node_modules().join("axe-core/axe.min.js"))
}
