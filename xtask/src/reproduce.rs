//! `cargo xtask reproduce`: the same sources and tools give the same dist/ and the same plugin, byte for byte, in
//! whatever folder they are built.

use std::env;

use anyhow::{Result, ensure};

use crate::steps::Steps;
use crate::workspace::Workspace;
use crate::{dist, process};

/// Builds the last commit here and in a clone elsewhere, with a target folder of its own, and compares every byte.
pub fn reproduce(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    let mut status = process::program("git");
    status.args(["status", "--porcelain"]).current_dir(&workspace.root);
    ensure!(
        process::output(&mut status).is_some_and(|changes| changes.is_empty()),
        "There are changes that are not committed. Commit them first, since the second build is of the last commit."
    );
    dist::jar(workspace, steps)?;

    let clone = env::temp_dir().join(format!("patchbay-reproduce-{}", std::process::id()));
    let mut git = process::program("git");
    git.args(["clone", "--quiet"]).arg(&workspace.root).arg(&clone);
    steps.run("Clone the last commit", git)?;
    // The same Trunk, so that it is not compiled a second time.
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([workspace.tools().join("bin")].into_iter().chain(env::split_paths(&path)))?;
    let target = clone.join("target");
    let mut jar = process::cargo(workspace, &["xtask", "jar"]);
    jar.current_dir(&clone).env("CARGO_TARGET_DIR", &target).env("PATH", path);
    steps.run("Build it again there", jar)?;

    let mut compare = process::program("sh");
    compare.args(["-e", "-c", "diff -rq \"$1\" \"$2\"; cmp \"$3\" \"$4\"", "compare"]);
    compare.arg(workspace.dist()).arg(clone.join("dist"));
    let plugin = dist::jar_file(workspace);
    compare.arg(&plugin).arg(target.join(plugin.file_name().unwrap_or_default()));
    steps.show("Compare every byte", || process::run(&mut compare))?;
    Ok(fs_err::remove_dir_all(clone)?)
}
