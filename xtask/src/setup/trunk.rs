//! Trunk in the version that Trunk.toml asks for: from PATH, or installed into target/tools.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process;
use crate::workspace::Workspace;

/// A test compares it with Trunk.toml.
const VERSION: &str = "0.21.14";
/// What `cargo install` is to do better than its defaults. Trunk runs for a second or two a build, and compiles for
/// minutes: this halves them.
const QUICK_BUILD: [(&str, &str); 3] = [
    ("CARGO_PROFILE_DEV_DEBUG", "0"),
    ("CARGO_PROFILE_DEV_INCREMENTAL", "false"),
    ("CARGO_PROFILE_DEV_STRIP", "debuginfo"),
];

/// The program, if it is there in the right version.
pub fn find(workspace: &Workspace) -> Option<PathBuf> {
    process::find("trunk").into_iter().chain([installed(workspace)]).find(|program| fits(program))
}

/// The command that installs it, and its title. It runs for about three minutes on two cores.
pub fn install(workspace: &Workspace) -> (String, Command) {
    let mut command =
        process::cargo(workspace, &["install", "trunk", "--version", VERSION, "--locked", "--debug"]);
    // Without TLS: it fetches nothing, and the C in it takes a minute to compile. With force: Cargo's list of what it
    // installed says nothing about whether the file is still there.
    command.args(["--no-default-features", "--force", "--root"]).arg(workspace.tools());
    command.env("CARGO_TARGET_DIR", workspace.tools().join("build")).envs(QUICK_BUILD);
    (format!("Install Trunk {VERSION}"), command)
}

/// Where it is installed.
pub fn installed(workspace: &Workspace) -> PathBuf {
    workspace.tools().join("bin").join(format!("trunk{}", std::env::consts::EXE_SUFFIX))
}

fn fits(program: &Path) -> bool {
    // Trunk takes NO_COLOR for a flag and refuses the values that everybody else accepts.
    let version = process::output(process::program(program).arg("--version").env_remove("NO_COLOR"));
    version.is_some_and(|version| version.split_whitespace().any(|word| word == VERSION))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_the_version_of_trunk_toml() {
        let trunk_toml = include_str!("../../../Trunk.toml");
        assert!(trunk_toml.contains(&format!("trunk-version = \"={VERSION}\"")));
        // Trunk names wasm-opt's releases `version_132`, npm calls the same one 132.0.0.
        let expected = trunk_toml.split_once("wasm_opt = \"version_").unwrap().1.split('"').next().unwrap();
        let installed = format!("\"binaryen\": \"{expected}.0.0\"");
        assert!(include_str!("../../../package.json").contains(&installed), "{installed}");
    }
}
