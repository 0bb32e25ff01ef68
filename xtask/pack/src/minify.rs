//! Takes comments and white space out of modules and style sheets.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// Rewrites a file with npm's esbuild. What a module exports keeps its name.
pub fn minify(esbuild: &Path, file: &Path) -> Result<()> {
    let mut command = Command::new(esbuild);
    command.args(["--minify", "--legal-comments=none", "--log-level=warning", "--allow-overwrite"]);
    // wasm-bindgen names the loader of a split app once for each part.
    command.arg("--log-override:duplicate-object-key=silent");
    if crate::has_ending(file, "js") {
        command.arg("--format=esm");
    }
    run(command.arg(file).arg(format!("--outfile={}", file.display())))
}

/// Runs a program, and fails when it does.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status();
    let status =
        status.with_context(|| format!("{} could not be started", command.get_program().display()))?;
    ensure!(status.success(), "{} ended with {status}.", command.get_program().display());
    Ok(())
}
