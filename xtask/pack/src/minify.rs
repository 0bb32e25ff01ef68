//! Takes comments and white space out of modules and style sheets, and makes WebAssembly smaller.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// Rewrites a file with npm's esbuild. What a module exports keeps its name.
pub fn minify(esbuild: &Path, file: &Path) -> Result<()> {
    rewrite(esbuild, file, &[])
}

/// The same, and puts into a module what it imports. Two modules that import each other become one.
pub fn bundle(esbuild: &Path, file: &Path) -> Result<()> {
    rewrite(esbuild, file, &["--bundle"])
}

fn rewrite(esbuild: &Path, file: &Path, more: &[&str]) -> Result<()> {
    let mut command = Command::new(esbuild);
    command.args(["--minify", "--legal-comments=none", "--log-level=warning", "--allow-overwrite"]);
    // wasm-bindgen names the loader of a split app once for each part.
    command.arg("--log-override:duplicate-object-key=silent").args(more);
    if crate::has_ending(file, "js") {
        command.arg("--format=esm");
    }
    run(command.arg(file).arg(format!("--outfile={}", file.display())))
}

/// Rewrites a WebAssembly file with npm's wasm-opt, from one file into another, which may be the same; `before` is done
/// first. Nothing of ours is in the lowest kilobyte: there is the end of the stack.
pub fn optimize(npm: &Path, before: &[&str], from: &Path, to: &Path) -> Result<()> {
    let mut command = Command::new(npm.join("wasm-opt"));
    command.args(before).args(["-Os", "--low-memory-unused"]);
    run(command.arg(from).arg("-o").arg(to))
}

/// Runs a program, and fails when it does.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status();
    let status =
        status.with_context(|| format!("{} could not be started", command.get_program().display()))?;
    ensure!(status.success(), "{} ended with {status}.", command.get_program().display());
    Ok(())
}
