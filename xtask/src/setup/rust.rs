//! The parts of the Rust toolchain that rustup does not install by itself.

use std::env::consts::EXE_SUFFIX;
use std::path::Path;

use anyhow::{Context, Result};

use crate::process;
use crate::steps::Steps;

/// What the app is compiled for.
pub const APP_TARGET: &str = "wasm32-unknown-unknown";

/// The target that the app is compiled for.
pub fn ensure_wasm_target(steps: &mut Steps) -> Result<()> {
    ensure(steps, &format!("lib/rustlib/{APP_TARGET}/lib"), &["target", "add", APP_TARGET])
}

/// rustfmt and clippy, which a minimal toolchain leaves out.
pub fn ensure_checkers(steps: &mut Steps) -> Result<()> {
    ensure(steps, &format!("bin/cargo-fmt{EXE_SUFFIX}"), &["component", "add", "rustfmt"])?;
    ensure(steps, &format!("bin/cargo-clippy{EXE_SUFFIX}"), &["component", "add", "clippy"])
}

fn ensure(steps: &mut Steps, part: &str, rustup: &[&str]) -> Result<()> {
    let sysroot = process::output(process::program("rustc").args(["--print", "sysroot"]));
    let sysroot =
        sysroot.context("`rustc --print sysroot` failed. Install Rust with rustup (https://rustup.rs).")?;
    // Looked for in the toolchain itself, so that one without rustup will do.
    if Path::new(sysroot.trim()).join(part).exists() {
        return Ok(());
    }
    process::find("rustup").with_context(|| {
        format!(
            "This Rust toolchain lacks {part}, and rustup is not on PATH to add it. \
             Install Rust with rustup (https://rustup.rs), then run this again."
        )
    })?;
    let mut command = process::program("rustup");
    command.args(rustup);
    steps.run(&format!("rustup {}", rustup.join(" ")), command)
}
