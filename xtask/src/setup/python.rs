//! What comes from PyPI: a client of GitLab that others wrote, and a validator of OpenAPI.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::apt;
use crate::steps::Steps;
use crate::workspace::Workspace;
use crate::{fingerprint, process};

/// Fails on a Python that is too old for the packages, or that cannot make an environment: Debian has that apart.
const FITS: &str = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))";
const REQUIREMENTS: &str = "tests/clients/requirements.txt";

/// Installs exactly what requirements.txt names into an environment of its own. Returns the Python in there.
pub fn ensure_clients(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf> {
    let folder = workspace.tools().join("python");
    let python = folder.join("bin/python");
    let stamp = folder.join("requirements.stamp");
    let expected = fingerprint::of(&workspace.root, &[REQUIREMENTS])?;
    let installed = fs_err::read_to_string(&stamp).is_ok_and(|there| there == expected);
    // An environment points to the Python that made it, which may be gone.
    if installed && fits(&python) {
        return Ok(python);
    }
    let system = find().or_else(|_| apt::install(steps, &["python3", "python3-venv"]).and_then(|()| find())).context(
        "Python 3.10 or newer with the module venv is missing: the tests drive the sandbox with a client of GitLab that \
         is written in it. Install it and put it on PATH (on Debian: `apt-get install python3 python3-venv`), then run \
         this again.",
    )?;
    let mut environment = process::program(system);
    environment.args(["-m", "venv", "--clear"]).arg(&folder);
    steps.run("Make an environment for Python", environment)?;
    let mut install = process::program(&python);
    // Only wheels: what pip builds from sources may run anything.
    install.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
        "--only-binary",
        ":all:",
    ]);
    install.args(["--require-hashes", "--requirement", REQUIREMENTS]).current_dir(&workspace.root);
    steps.run(&format!("Install packages: pip, {REQUIREMENTS}"), install).context(
        "The client of GitLab for Python, which the tests need, could not be installed. pip has to reach PyPI",
    )?;
    fs_err::write(&stamp, expected)?;
    Ok(python)
}

fn find() -> Result<PathBuf> {
    let mut all = process::find("python3").into_iter().chain([PathBuf::from("/usr/bin/python3")]);
    all.find(|python| fits(python)).context("No such Python is on PATH.")
}

fn fits(python: &Path) -> bool {
    process::output(process::program(python).args(["-c", FITS])).is_some()
}
