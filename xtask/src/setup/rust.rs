//! The parts of the Rust toolchain that rustup does not install by itself.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::process;
use crate::steps::Steps;

/// What the app is compiled for.
pub const APP_TARGET: &str = "wasm32-unknown-unknown";

/// The target that the app is compiled for.
pub fn ensure_wasm_target(steps: &mut Steps) -> Result<()> {
    let part = Path::new("lib/rustlib").join(APP_TARGET).join("lib");
    ensure(steps, &format!("Rust target {APP_TARGET}"), &part, &["target", "add", APP_TARGET])
}

/// rustfmt and clippy, which a minimal toolchain leaves out.
pub fn ensure_checkers(steps: &mut Steps) -> Result<()> {
    for (component, program) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        let part = Path::new("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
        ensure(steps, component, &part, &["component", "add", component])?;
    }
    Ok(())
}

/// The target of programs that run on this machine.
pub fn host() -> Result<String> {
    let about = process::output(process::program("rustc").arg("-vV")).unwrap_or_default();
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| Failure::new("`rustc -vV` does not name this machine's target."))
}

fn ensure(steps: &mut Steps, title: &str, part: &Path, rustup: &[&str]) -> Result<()> {
    // Looked for in the toolchain itself, so that one without rustup will do.
    if sysroot()?.join(part).exists() {
        steps.present(title);
        return Ok(());
    }
    if process::find("rustup").is_none() {
        return Err(Failure::new(format!(
            "This Rust toolchain lacks {title}, and rustup is not on PATH to add it. \
             Install Rust with rustup (https://rustup.rs), then run this again."
        )));
    }
    steps.run(&format!("{title}: rustup {}", rustup.join(" ")), || {
        process::run(process::program("rustup").args(rustup))
    })
}

fn sysroot() -> Result<PathBuf> {
    let path = process::output(process::program("rustc").args(["--print", "sysroot"]));
    path.map(|path| PathBuf::from(path.trim())).ok_or_else(|| {
        Failure::new("`rustc --print sysroot` failed. Install Rust with rustup (https://rustup.rs).")
    })
}
