//! Build tools that come from crates.io: the very version that is wanted, from PATH or put into target/tools.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::process;
use crate::steps::Steps;
use crate::versions;
use crate::workspace::Workspace;

/// What `cargo install` is to do better than its defaults. These tools run for a second or two a build, but are
/// compiled first: this halves those minutes and costs a tenth of a second later.
const QUICK_BUILD: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_STRIP", "debuginfo"),
];

struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: String,
    /// What `cargo install` is told beside the version.
    install: &'static [&'static str],
}

/// The Trunk that Trunk.toml asks for.
pub fn ensure_trunk(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf> {
    let version = read_version(&workspace.root.join("Trunk.toml"), "trunk-version", versions::trunk)?;
    // No TLS: it is only ever run offline, and the C in it takes a minute to compile.
    let install = &["--locked", "--no-default-features"];
    CargoTool { package: "trunk", program: "trunk", version, install }.ensure(workspace, steps)
}

/// The wasm-bindgen that matches the crate in Cargo.lock.
pub fn ensure_wasm_bindgen(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf> {
    let lock = workspace.root.join("Cargo.lock");
    let version = read_version(&lock, "wasm-bindgen", |text| versions::locked(text, "wasm-bindgen"))?;
    // Not --locked: its lock file names a version that was withdrawn from crates.io.
    let install = &["--bin", "wasm-bindgen"];
    CargoTool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version, install }
        .ensure(workspace, steps)
}

fn read_version(file: &Path, what: &str, read: impl Fn(&str) -> Option<String>) -> Result<String> {
    let text = fs::read_to_string(file).map_err(Failure::with_file(file))?;
    read(&text)
        .ok_or_else(|| Failure::new(format!("{} does not say which {what} is wanted.", file.display())))
}

impl CargoTool {
    fn ensure(&self, workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf> {
        let title = format!("{} {}", self.package, self.version);
        let ours =
            workspace.tools().join("bin").join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX));
        let on_path = process::find(self.program);
        if let Some(found) = on_path.into_iter().chain([ours.clone()]).find(|program| self.fits(program)) {
            steps.present(&title);
            return Ok(found);
        }
        if process::find("cargo-binstall").is_some() {
            // Its failure is no reason to stop: crates.io alone is enough.
            let binstall = steps
                .run(&format!("{title}: cargo binstall"), || process::run(&mut self.binstall(workspace)));
            match binstall {
                Ok(()) if self.fits(&ours) => return Ok(ours),
                Ok(()) => println!("    which was not what is wanted"),
                Err(failure) => println!("    {failure}"),
            }
        }
        steps.run(&format!("{title}: cargo install, some minutes"), || {
            process::run(&mut self.install(workspace))
        })?;
        if self.fits(&ours) {
            return Ok(ours);
        }
        Err(Failure::new(format!("cargo install left no {title} at {}.", ours.display())))
    }

    fn fits(&self, program: &Path) -> bool {
        program.is_file()
            // Trunk takes NO_COLOR for a flag and refuses the values that everybody else accepts.
            && process::output(process::program(program).arg("--version").env_remove("NO_COLOR"))
                .is_some_and(|output| versions::says(&output, &self.version))
    }

    fn binstall(&self, workspace: &Workspace) -> Command {
        let mut command = process::cargo();
        command
            .args(["binstall", "--no-confirm", "--force", "--disable-strategies", "compile", "--root"])
            .arg(workspace.tools())
            .arg(format!("{}@{}", self.package, self.version));
        command
    }

    fn install(&self, workspace: &Workspace) -> Command {
        let mut command = process::cargo();
        command
            // --force: Cargo's list of what it installed says nothing about whether the file is still there.
            .args(["install", self.package, "--version", &self.version, "--force", "--root"])
            .arg(workspace.tools())
            .args(self.install)
            .env("CARGO_TARGET_DIR", workspace.tools().join("build"))
            .envs(QUICK_BUILD);
        command
    }
}
