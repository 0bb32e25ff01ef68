//! What comes from npm: wasm-opt, esbuild, the accessibility rules of the browser tests, the styles of Jira, and a client
//! of GitLab.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::apt;
use crate::steps::Steps;
use crate::workspace::Workspace;
use crate::{fingerprint, process};

const MISSING: &str = "Node.js with npm is needed for wasm-opt and for the test tools, and is not on PATH. \
                       Install Node.js 20 or newer (https://nodejs.org, or your system's packages `nodejs` and `npm`), \
                       then run this again.";

/// As docs/jira.md has it.
pub const INSTALL_STAND_IN: &str = "npm ci --ignore-scripts --prefix tests/stand-in";

/// Installs exactly what package-lock.json names. Returns the folder with the programs.
pub fn ensure_packages(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf> {
    ensure(workspace, steps, "", "npm ci --ignore-scripts")?;
    let programs = workspace.root.join("node_modules/.bin");
    ensure!(
        process::output(process::program(programs.join("wasm-opt")).arg("--version")).is_some(),
        "The wasm-opt from npm does not start, most likely since Node.js is too old. \
         Install Node.js 20 or newer (https://nodejs.org), then run this again."
    );
    Ok(programs)
}

/// Installs Jira's own styles for the pages that stand in for it in the tests. Returns the folder of the packages.
pub fn ensure_stand_in(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf> {
    ensure(workspace, steps, "tests/stand-in", INSTALL_STAND_IN)?;
    Ok(workspace.root.join("tests/stand-in/node_modules"))
}

/// Installs a client of GitLab that others wrote, with which the tests drive the sandbox.
pub fn ensure_clients(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    let folder = "tests/clients";
    ensure(workspace, steps, folder, &format!("npm ci --ignore-scripts --prefix {folder}")).context(
        "The client of GitLab for Node.js, which the tests need, could not be installed. npm has to reach its registry",
    )
}

/// Installs what the lock file of a folder names, unless just that is there.
fn ensure(workspace: &Workspace, steps: &mut Steps, folder: &str, line: &str) -> Result<()> {
    if process::find("node").is_none() || process::find("npm").is_none() {
        apt::install(steps, &["nodejs", "npm"]).context(MISSING)?;
    }
    let folder = workspace.root.join(folder);
    let stamp = folder.join("node_modules/.package-lock.stamp");
    let expected = fingerprint::of(&folder, &["package.json", "package-lock.json"])?;
    if fs_err::read_to_string(&stamp).is_ok_and(|there| there == expected) {
        return Ok(());
    }
    let mut words = line.split(' ');
    let mut install: Command = process::program(words.next().unwrap_or("npm"));
    install.args(words).args(["--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&workspace.root);
    steps.run(&format!("Install packages: {line}"), install)?;
    Ok(fs_err::write(&stamp, expected)?)
}
