//! Where things are: the repository, what is built from it, and the tools that build it.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};

/// The folders of this checkout.
pub struct Workspace {
    /// The folder with the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target folder, wherever it was put.
    pub target: PathBuf,
    /// Where Cargo puts the programs of the profile this one was built with.
    pub programs: PathBuf,
    /// What is left here beside what Cargo leaves in `target`: the plugin for Jira, and notes on what was built.
    pub outputs: PathBuf,
    /// The folder whose package.json npm installs from.
    npm: PathBuf,
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
        Ok(Self { outputs: target.clone(), npm: root.clone(), root, target, programs })
    }

    /// The same tools and compiled crates for sources elsewhere, whose outputs are kept apart.
    pub fn moved(&self, root: PathBuf, outputs: PathBuf) -> Self {
        Self {
            root,
            outputs,
            target: self.target.clone(),
            programs: self.programs.clone(),
            npm: self.npm.clone(),
        }
    }

    /// The built app.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where `cargo install` puts tools, so that nothing outside the checkout changes.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// The folder whose package.json npm installs from.
    pub fn npm(&self) -> &Path {
        &self.npm
    }

    /// What npm installs.
    pub fn node_modules(&self) -> PathBuf {
        self.npm.join("node_modules")
    }
}
