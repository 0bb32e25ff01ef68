//! `cargo xtask dist`: the app as servers need it, and whether it is small enough.

use std::path::{Path, PathBuf};

use crate::app::{self, WasmOpt};
use crate::failure::Result;
use crate::steps::Steps;
use crate::workspace::Workspace;
use crate::{hosting, nameless, size};

/// Builds dist/, prints what a first visit loads and what comes later, and fails above the limit. Then makes the ready
/// files for hosts. `config` takes the place of the config.json that the sources have.
pub fn dist(workspace: &Workspace, config: Option<&Path>) -> Result<()> {
    // Before minutes of compiling.
    config.map(hosting::checked).transpose()?;
    let dist = build_and_check(workspace, &mut Steps::default())?;
    let hosting = if config.is_some() {
        hosting::configure(workspace, &dist, config)?;
        hosting::write(workspace, &dist)?
    } else {
        hosting::folder(workspace)
    };
    println!("The app: {}", dist.display());
    println!("Ready files for hosts: {}\nHow to use them: docs/deploy.md", hosting.display());
    Ok(())
}

/// The same as part of a longer command. Returns the folder of the app.
pub fn build_and_check(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf> {
    let dist = app::build(workspace, steps, WasmOpt::Required)?;
    nameless::check(workspace, &dist)?;
    hosting::configure(workspace, &dist, None)?;
    let loaded = size::first_visit(&dist)?;
    println!("\n{}", size::table("What a first visit loads", &loaded, Some(size::LIMIT)));
    let later = size::later(&dist, &loaded)?;
    println!("{}", size::table("Later, when somebody reaches for a form", &later, None));
    size::check(&loaded)?;
    hosting::write(workspace, &dist)?;
    Ok(dist)
}
