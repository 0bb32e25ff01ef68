//! The one Java class of the plugin: compiled against stand-ins for Jira's own, so that nothing of Jira is needed.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::minify::run;

/// Where it is in the sources, without the ending.
const CLASS: &str = "patchbay/jira/AdminPage";

/// Compiles it into the folder. Returns its bytes.
pub fn compile(javac: &Path, sources: &Path, folder: &Path) -> Result<Vec<u8>> {
    fs_err::create_dir_all(folder)?;
    let mut command = Command::new(javac);
    // Java 8 is the oldest that a Jira of today runs on; newer ones run it as well.
    command.args(["--release", "8", "-Xlint:-options", "-g:none", "-proc:none", "-encoding", "UTF-8"]);
    // The stand-ins are read, and no class is made of them.
    command.args(["-implicit:none", "-sourcepath"]).arg(sources.join("stubs"));
    run(command.arg("-d").arg(folder).arg(sources.join("java").join(format!("{CLASS}.java"))))?;
    Ok(fs_err::read(folder.join(format!("{CLASS}.class")))?)
}
