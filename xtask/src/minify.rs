//! Takes comments and blanks out of modules and style sheets, which browsers would load for nothing.

use std::path::Path;

use crate::failure::Result;
use crate::process;

/// Rewrites a file by npm's esbuild, which knows by its ending what is in it. What is exported keeps its name.
pub fn minify(esbuild: &Path, file: &Path) -> Result<()> {
    let mut command = process::program(esbuild);
    command.args(["--minify", "--legal-comments=none", "--log-level=warning", "--allow-overwrite"]);
    if file.extension().is_some_and(|ending| ending == "js") {
        command.arg("--format=esm");
    }
    process::run(command.arg(file).arg(format!("--outfile={}", file.display())))
}
