//! `cargo xtask dist`: the app as servers need it, and whether it is small enough.

use std::path::PathBuf;

use crate::app::{self, WasmOpt};
use crate::failure::Result;
use crate::size;
use crate::steps::Steps;
use crate::workspace::Workspace;

/// Builds dist/, prints what a first visit loads and what comes later, and fails above the limit.
pub fn dist(workspace: &Workspace) -> Result<()> {
    build_and_check(workspace, &mut Steps::default()).map(drop)
}

/// The same as part of a longer command. Returns the folder.
pub fn build_and_check(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf> {
    let dist = app::build(workspace, steps, WasmOpt::Required)?;
    let loaded = size::first_visit(&dist)?;
    println!("\n{}", size::table("What a first visit loads", &loaded, Some(size::LIMIT)));
    let later = size::later(&dist, &loaded)?;
    println!("{}", size::table("Later, when somebody reaches for a form", &later, None));
    size::check(&loaded)?;
    Ok(dist)
}
