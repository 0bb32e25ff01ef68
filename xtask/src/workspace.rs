//! Where things are: the repository, what is built from it, and the tools that build it.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The folders of this checkout.
pub struct Workspace {
    /// The folder with the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target folder, wherever it was put.
    pub target: PathBuf,
    /// Where Cargo puts the programs of the profile this one was built with.
    programs: PathBuf,
}

impl Workspace {
    /// From where this program was compiled and where it lies.
    pub fn find() -> Result<Self> {
        let lost = "xtask does not lie in a target folder. Start it with `cargo xtask`.";
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().context(lost)?.to_owned();
        let programs = env::current_exe().context(lost)?.parent().context(lost)?.to_owned();
        let target = programs.parent().context(lost)?.to_owned();
        Ok(Self { root, target, programs })
    }

    /// The release build.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A program of this workspace, once Cargo has built it.
    pub fn program(&self, name: &str) -> PathBuf {
        self.programs.join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }

    /// Where tools are installed, so that nothing outside the checkout changes.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// Where the steps keep what their programs print, and notes on what was built.
    pub fn notes(&self) -> PathBuf {
        self.target.join("xtask")
    }
}
