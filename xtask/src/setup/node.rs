//! What comes from npm: wasm-opt, the accessibility rules of the browser tests, and the styles of Jira.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::steps::Steps;
use crate::workspace::Workspace;
use crate::{fingerprint, process};

/// Said by what cannot do without it.
const MISSING: &str = "Node.js with npm is needed for wasm-opt and for the test tools, and is not on PATH. \
                       Install Node.js 20 or newer (https://nodejs.org, or your system's packages `nodejs` and `npm`), \
                       then run this again.";

/// As docs/jira.md has it.
pub const INSTALL_STAND_IN: &str = "npm ci --ignore-scripts --prefix tests/stand-in";

/// Whether npm packages can be installed and run here.
pub fn is_there() -> bool {
    process::find("node").is_some() && process::find("npm").is_some()
}

/// Fails with what to install.
pub fn require() -> Result<()> {
    if is_there() { Ok(()) } else { Err(Failure::new(MISSING)) }
}

/// Installs exactly what package-lock.json names. Returns the folder with the programs.
pub fn ensure_packages(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf> {
    require()?;
    let programs = workspace.node_modules().join(".bin");
    let root = workspace.npm();
    ensure(
        steps,
        "npm packages of package-lock.json",
        root,
        install(root, "npm ci --ignore-scripts"),
        || check_wasm_opt(&programs),
    )?;
    Ok(programs)
}

/// Jira's own styles for the pages that stand in for it in the tests; apart from the rest, which every build needs.
/// Returns the folder of the packages.
pub fn ensure_stand_in(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf> {
    require()?;
    let folder = workspace.root.join("tests/stand-in");
    let install = install(&workspace.root, INSTALL_STAND_IN);
    ensure(steps, "npm packages of tests/stand-in: Jira's styles", &folder, install, || Ok(()))?;
    Ok(folder.join("node_modules"))
}

/// Installs what the lock file of a folder names, unless just that is there.
fn ensure(
    steps: &mut Steps,
    title: &str,
    folder: &Path,
    mut install: Command,
    check: impl Fn() -> Result<()>,
) -> Result<()> {
    let stamp = folder.join("node_modules/.package-lock.stamp");
    let wanted = fingerprint::of(folder, &["package.json", "package-lock.json"])?.to_string();
    if fs::read_to_string(&stamp).is_ok_and(|there| there == wanted) {
        steps.present(title);
        return Ok(());
    }
    steps.run(title, || {
        process::run(&mut install)?;
        check()?;
        fs::write(&stamp, wanted).map_err(Failure::with_file(&stamp))
    })
}

/// The command, in this folder, saying no more than it must.
fn install(folder: &Path, line: &str) -> Command {
    let npm = process::find("npm").unwrap_or_else(|| "npm".into());
    let mut command = process::program(npm);
    command.args(line.split(' ').skip(1)).args(["--no-audit", "--no-fund", "--loglevel=error"]);
    command.current_dir(folder);
    command
}

/// An old Node.js installs it and cannot run it.
fn check_wasm_opt(programs: &Path) -> Result<()> {
    let works = process::output(process::program(programs.join("wasm-opt")).arg("--version")).is_some();
    let failure = "The wasm-opt from npm does not start, most likely since Node.js is too old. \
                   Install Node.js 20 or newer (https://nodejs.org), then run this again.";
    if works { Ok(()) } else { Err(Failure::new(failure)) }
}
