//! What the programs of the `patchbay-tests` package are told about this machine.

use std::path::{Path, PathBuf};
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

/// The plugin for Jira, and what Jira itself looks like.
pub struct InJira {
    /// The plugin.
    pub jar: PathBuf,
    /// The folder of the packages with Jira's styles.
    pub stand_in: PathBuf,
}

impl InJira {
    /// Adds the variables that the tests of the page inside Jira read.
    pub fn tell(&self, command: &mut Command) {
        command.env("PATCHBAY_JAR", &self.jar).env("PATCHBAY_STAND_IN", &self.stand_in);
    }
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
