//! `cargo xtask dist` and `jar`: the release build, by Trunk and by `patchbay-pack` (xtask/pack).

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::setup::{node, programs, rust, trunk};
use crate::steps::Steps;
use crate::workspace::Workspace;
use crate::{fingerprint, process};

/// Everything dist/ is made from, this recipe included.
const INPUTS: [&str; 16] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "boot.js",
    "build.rs",
    "config.json",
    "crates/model",
    "crates/scan",
    "index.html",
    "package-lock.json",
    "src",
    "style",
    "xtask/bindgen",
    "xtask/pack",
    "xtask/src/dist.rs",
];
/// Cargo puts these flags behind those of .cargo/config.toml, where RUSTFLAGS would take their place.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Builds dist/, prints the size of the first visit and of each part, fails above the limits, and writes the ready files
/// for hosts. `config` takes the place of the config.json that the sources have.
pub fn dist(workspace: &Workspace, steps: &mut Steps, config: Option<&Path>) -> Result<()> {
    // Before minutes of compiling.
    config.map(fs_err::read).transpose()?;
    build(workspace, steps)?;
    check(workspace, steps, config)?;
    println!("The app: {}", workspace.dist().display());
    println!("Ready files for hosts: {}", workspace.root.join("dist-hosting").display());
    println!("How to use them: docs/deploy.md");
    Ok(())
}

/// Builds dist/ and packs it; says where the plugin is.
pub fn jar(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    // Before minutes of compiling.
    let javac = programs::javac(steps)?;
    build(workspace, steps)?;
    check(workspace, steps, None)?;
    let file = pack_jar(workspace, steps, &javac)?;
    println!("\nThe plugin for Jira: {}\nHow to install it: docs/jira.md", file.display());
    Ok(())
}

/// Builds dist/, unless it is there already.
pub fn build(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    let npm = node::ensure_packages(workspace, steps)?;
    rust::ensure_wasm_target(steps)?;
    let pack = process::cargo(workspace, &["build", "--locked", "--package", "patchbay-pack"]);
    let mut tools = vec![("Build the packing tools".to_owned(), pack)];
    tools.extend(trunk::find(workspace).is_none().then(|| trunk::install(workspace)));
    steps.run_together(tools)?;

    let stamp = workspace.notes().join("dist.stamp");
    let compiler = process::output(process::program("rustc").arg("--version")).unwrap_or_default();
    let inputs = format!("{}, {compiler}", fingerprint::of(&workspace.root, &INPUTS)?);
    let whole = workspace.dist().join("index.html.br").is_file();
    if whole && fs_err::read_to_string(&stamp).is_ok_and(|there| there == inputs) {
        return Ok(());
    }
    // An interrupted build must not pass for a finished one.
    fs_err::write(&stamp, "")?;
    let parts = workspace.notes().join("parts");
    steps.run("Build the app for release with Trunk", trunk_build(workspace, &npm, &parts)?)?;
    let mut finish = pack_command(workspace, "finish");
    finish.arg(&npm).arg(&parts);
    steps.run("Add the parts that are fetched later, and compress", finish)?;
    Ok(fs_err::write(&stamp, inputs)?)
}

/// Puts config.json in place, prints the sizes, writes the ready files for hosts. Fails above the limits.
pub fn check(workspace: &Workspace, steps: &mut Steps, config: Option<&Path>) -> Result<()> {
    let mut check = pack_command(workspace, "check");
    check.args(config);
    steps.show("Check the sizes, and write files for hosts", || process::run(&mut check))
}

/// Packs a built dist/ into the plugin for Jira. Returns the file.
pub fn pack_jar(workspace: &Workspace, steps: &mut Steps, javac: &Path) -> Result<PathBuf> {
    let file = jar_file(workspace);
    let mut jar = pack_command(workspace, "jar");
    jar.arg(javac).arg(&file);
    steps.run("Pack the plugin for Jira", jar)?;
    Ok(file)
}

/// Where the plugin is put.
pub fn jar_file(workspace: &Workspace) -> PathBuf {
    workspace.target.join(format!("patchbay-{}.jar", env!("CARGO_PKG_VERSION")))
}

fn pack_command(workspace: &Workspace, name: &str) -> Command {
    let mut command = process::program(workspace.program("patchbay-pack"));
    // Its failures are sentences for the person, without call stacks.
    command.arg(name).arg(&workspace.root).env("RUST_LIB_BACKTRACE", "0");
    command
}

fn trunk_build(workspace: &Workspace, npm: &Path, parts: &Path) -> Result<Command> {
    let mut build = process::program(trunk::find(workspace).context("cargo install left no Trunk.")?);
    build.args(["build", "--locked", "--skip-version-check", "--release", "true", "--features", "split"]);
    // Trunk refuses the values of NO_COLOR that everybody else accepts. Its own call stacks say nothing about the app.
    build.env_remove("NO_COLOR").args(["--color", "never"]).env("RUST_BACKTRACE", "0");
    // First on PATH: our wasm-bindgen, which splits the app before, and npm's wasm-opt, since an old one of the system
    // cannot read what today's compiler writes.
    let programs = workspace.notes().join("bin");
    fs_err::create_dir_all(&programs)?;
    let wasm_bindgen = programs.join(format!("wasm-bindgen{}", env::consts::EXE_SUFFIX));
    fs_err::copy(workspace.program("patchbay-split"), wasm_bindgen)?;
    let rest = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([programs, npm.to_owned()].into_iter().chain(env::split_paths(&rest)))?;
    build.env("PATH", path).env("PATCHBAY_NPM", npm).env("PATCHBAY_SPLIT_PARTS", parts);
    // The sources of crates are named without the folder that Cargo keeps them in.
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let home = home.context("Neither HOME nor CARGO_HOME is set. Set one of them.")?;
    let flags = env::var(FLAGS).unwrap_or_default();
    build.env(FLAGS, format!("{flags} --remap-path-prefix={}=", home.join("registry/src").display()).trim());
    build.env("CARGO_TARGET_DIR", &workspace.target).current_dir(&workspace.root);
    Ok(build)
}
