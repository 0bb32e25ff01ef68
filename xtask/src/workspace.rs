//! Where things are: the repository, what is built from it, and the tools that build it.

use std::env;
use std::path::PathBuf;

use crate::failure::{Failure, Result};

/// The folders of this checkout.
pub struct Workspace {
    /// The folder with the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target folder, wherever it was put.
    pub target: PathBuf,
    /// Where Cargo puts the programs of the profile this one was built with.
    pub programs: PathBuf,
}

impl Workspace {
    /// From where this program was compiled and where it lies.
    pub fn find() -> Result<Self> {
        let lost = || Failure::new("xtask does not lie in a target folder. Start it with `cargo xtask`.");
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let root = root.parent().ok_or_else(lost)?.to_owned();
        let program = env::current_exe().map_err(|_| lost())?;
        let programs = program.parent().ok_or_else(lost)?.to_owned();
        let target = programs.parent().ok_or_else(lost)?.to_owned();
        Ok(Self { root, target, programs })
    }

    /// The built app.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where `cargo install` puts tools, so that nothing outside the checkout changes.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// What npm installs.
    pub fn node_modules(&self) -> PathBuf {
        self.root.join("node_modules")
    }
}
