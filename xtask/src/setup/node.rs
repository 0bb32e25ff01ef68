//! What comes from npm: wasm-opt and the accessibility rules of the browser tests.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::steps::Steps;
use crate::workspace::Workspace;
use crate::{fingerprint, process};

/// Said by what cannot do without it.
const MISSING: &str = "Node.js with npm is needed for wasm-opt and for the test tools, and is not on PATH. \
                       Install Node.js 20 or newer (https://nodejs.org, or your system's packages `nodejs` and `npm`), \
                       then run this again.";

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
    let title = "npm packages of package-lock.json";
    let stamp = workspace.node_modules().join(".package-lock.stamp");
    let wanted = fingerprint::of(&workspace.root, &["package.json", "package-lock.json"])?.to_string();
    if fs::read_to_string(&stamp).is_ok_and(|there| there == wanted) {
        steps.present(title);
    } else {
        steps.run(title, || {
            let npm = process::find("npm").unwrap_or_else(|| "npm".into());
            process::run(
                process::program(npm)
                    .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                    .current_dir(&workspace.root),
            )?;
            check_wasm_opt(&programs)?;
            fs::write(&stamp, wanted).map_err(Failure::with_file(&stamp))
        })?;
    }
    Ok(programs)
}

/// An old Node.js installs it and cannot run it.
fn check_wasm_opt(programs: &Path) -> Result<()> {
    let works = process::output(process::program(programs.join("wasm-opt")).arg("--version")).is_some();
    let failure = "The wasm-opt from npm does not start, most likely since Node.js is too old. \
                   Install Node.js 20 or newer (https://nodejs.org), then run this again.";
    if works { Ok(()) } else { Err(Failure::new(failure)) }
}
