//! Builds the app into dist/, unless it is there already.

use std::fs;
use std::path::PathBuf;

use crate::failure::{Failure, Result};
use crate::setup::{cargo_tool, node, rust};
use crate::split::Splitter;
use crate::steps::Steps;
use crate::workspace::Workspace;
use crate::{compress, fingerprint, minify, nameless, process, styles};

/// Everything dist/ is made from, this recipe included.
const INPUTS: [&str; 18] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "boot.js",
    "build.rs",
    "config.json",
    "crates/model",
    "index.html",
    "package-lock.json",
    "src",
    "style",
    "xtask/src/app.rs",
    "xtask/src/compress.rs",
    "xtask/src/minify.rs",
    "xtask/src/nameless",
    "xtask/src/split",
    "xtask/src/styles.rs",
];

/// Whether the build may do without wasm-opt.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum WasmOpt {
    Required,
    /// The app works the same without, and is somewhat larger.
    WhereNodeIs,
}

/// Sets up what building needs, and builds. Returns the folder.
pub fn build(workspace: &Workspace, steps: &mut Steps, wasm_opt: WasmOpt) -> Result<PathBuf> {
    if wasm_opt == WasmOpt::Required {
        node::require()?;
    }
    let optimise = node::is_there();
    let dist = workspace.dist();
    let stamp_file = workspace.outputs.join("xtask-dist.stamp");
    let inputs = inputs(workspace)?;
    let (optimised, plain) = (format!("{inputs}, with wasm-opt"), format!("{inputs}, without wasm-opt"));
    let whole = dist.join("index.html.br").is_file();
    let there = fs::read_to_string(&stamp_file).unwrap_or_default();
    if whole && (there == optimised || !optimise && there == plain) {
        steps.present("The app in dist/");
        return Ok(dist);
    }
    // An interrupted build must not pass for a finished one.
    if stamp_file.exists() {
        fs::remove_file(&stamp_file).map_err(Failure::with_file(&stamp_file))?;
    }
    make(workspace, steps, optimise)?;
    fs::write(&stamp_file, if optimise { optimised } else { plain })
        .map_err(Failure::with_file(&stamp_file))?;
    Ok(dist)
}

/// What was built from, in one line: sources and compiler.
pub fn inputs(workspace: &Workspace) -> Result<String> {
    let compiler = process::output(process::program("rustc").arg("--version")).unwrap_or_default();
    Ok(format!("{:016x}, {}", fingerprint::of(&workspace.root, &INPUTS)?, compiler.trim()))
}

fn make(workspace: &Workspace, steps: &mut Steps, optimise: bool) -> Result<()> {
    rust::ensure_wasm_target(steps)?;
    let trunk = cargo_tool::ensure_trunk(workspace, steps)?;
    let wasm_bindgen = cargo_tool::ensure_wasm_bindgen(workspace, steps)?;
    let splitter = Splitter::set_up(workspace, wasm_bindgen)?;
    // First on PATH, since an old wasm-opt of the system cannot read what today's compiler writes.
    let npm_programs = if optimise {
        Some(node::ensure_packages(workspace, steps)?)
    } else {
        println!("Node.js is not on PATH, so the app is built without wasm-opt: the same, somewhat larger.");
        None
    };
    let first = npm_programs.as_deref().into_iter().chain([splitter.programs()]);
    let path = process::path_with(&first.collect::<Vec<_>>())?;

    steps.run("Fetch the crates", || {
        let mut fetch = process::cargo();
        // For this machine as well: the app's macros and build scripts run on it.
        fetch.args([
            "fetch",
            "--quiet",
            "--locked",
            "--target",
            rust::APP_TARGET,
            "--target",
            &rust::host()?,
        ]);
        process::run(fetch.current_dir(&workspace.root))
    })?;
    steps.run("Build the app: trunk build", || {
        let mut build = process::program(trunk);
        build.args(["build", "--offline", "--locked", "--skip-version-check", "--features", "split"]);
        // Without --release Trunk leaves wasm-opt out; Cargo's profile is the same either way.
        build.args(if optimise { ["--release", "true"] } else { ["--cargo-profile", "release"] });
        if std::env::var_os("NO_COLOR").is_some() {
            // Trunk refuses the values that everybody else accepts.
            build.env_remove("NO_COLOR").args(["--color", "never"]);
        }
        splitter.tell(&mut build, npm_programs.as_deref());
        nameless::tell(&mut build, splitter.programs())?;
        // Where the sources are, there need be no target folder.
        build.env("CARGO_TARGET_DIR", &workspace.target);
        // Its own call stacks say nothing about what is wrong with the app.
        process::run(build.env("PATH", path).env("RUST_BACKTRACE", "0").current_dir(&workspace.root))
    })?;
    steps.run("Add the parts that are loaded later", || {
        splitter.publish(&workspace.dist(), npm_programs.as_deref())
    })?;
    steps.run("Join and shorten what else is in dist/", || {
        styles::join(&workspace.dist(), npm_programs.as_deref())?;
        let boot = workspace.dist().join("boot.js");
        npm_programs.as_ref().map_or(Ok(()), |npm| minify::minify(&npm.join("esbuild"), &boot))
    })?;
    steps.run("Compress dist/", || compress::compress_folder(&workspace.dist()))
}
