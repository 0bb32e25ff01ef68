//! A Caddy for the tests of its ready file: from PATH, or Debian's unpacked into target/tools. Nothing is installed, since
//! Debian's package would start a web server on this machine.

use std::path::PathBuf;

use super::apt;
use crate::failure::{Failure, Result};
use crate::process;
use crate::steps::Steps;
use crate::workspace::Workspace;

const TITLE: &str = "Caddy";
const WHAT_TO_INSTALL: &str = "No Caddy is on PATH, and Debian’s package cannot be fetched here. Install Caddy, so that \
                               `caddy version` works, then run this again.";

/// Finds one or fetches it. Returns the program.
pub fn ensure(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf> {
    let unpacked = workspace.tools().join("caddy");
    let find = || {
        let programs = process::find("caddy").into_iter().chain([unpacked.join("usr/bin/caddy")]);
        programs
            .into_iter()
            .find(|program| process::output(process::program(program).arg("version")).is_some())
    };
    if let Some(caddy) = find() {
        steps.present(TITLE);
        return Ok(caddy);
    }
    let missing = || Failure::new(WHAT_TO_INSTALL);
    process::find("apt-get").ok_or_else(missing)?;
    steps.run("Caddy: apt-get download", || {
        apt::unpack(&["caddy"], &unpacked)
            .map_err(|failure| Failure::new(format!("{failure} {WHAT_TO_INSTALL}")))
    })?;
    find().ok_or_else(missing)
}
