//! The one Java class of the plugin: compiled against stand-ins for Jira's own, so that nothing of Jira is needed.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, Result};
use crate::process;

/// Where it is in the sources, without the ending.
const CLASS: &str = "patchbay/jira/AdminPage";

/// Compiles it into the folder. Returns its bytes.
pub fn compile(javac: &Path, sources: &Path, folder: &Path) -> Result<Vec<u8>> {
    fs::create_dir_all(folder).map_err(Failure::with_file(folder))?;
    process::run(
        process::program(javac)
            // Java 8 is the oldest that a Jira of today runs on; newer ones run it as well.
            .args(["--release", "8", "-Xlint:-options"])
            .args(["-g:none", "-proc:none", "-encoding", "UTF-8"])
            // The stand-ins are read, and no class is made of them.
            .args(["-implicit:none", "-sourcepath"])
            .arg(sources.join("stubs"))
            .arg("-d")
            .arg(folder)
            .arg(sources.join("java").join(format!("{CLASS}.java"))),
    )?;
    let class = folder.join(format!("{CLASS}.class"));
    fs::read(&class).map_err(Failure::with_file(&class))
}
