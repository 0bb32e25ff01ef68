//! A Java compiler, which only the plugin for Jira needs.

use std::env;
use std::path::{Path, PathBuf};

use super::apt::Apt;
use crate::failure::{Failure, Result};
use crate::steps::Steps;
use crate::{process, versions};

/// The first whose compiler knows `--release`.
const OLDEST: u32 = 9;
const WHAT_TO_INSTALL: &str = "The plugin for Jira holds one Java class, and no javac 9 or newer is here to compile it. \
                               Install a JDK (https://adoptium.net; on Debian: `apt-get install default-jdk-headless`), \
                               so that `javac -version` works, then run this again.";

/// The compiler: from JAVA_HOME, from PATH, or installed with apt-get where nobody need be asked.
pub fn ensure_javac(steps: &mut Steps) -> Result<PathBuf> {
    if let Some(javac) = find_javac() {
        steps.present("JDK");
        return Ok(javac);
    }
    let missing = || Failure::new(WHAT_TO_INSTALL);
    let apt = Apt::without_asking().ok_or_else(missing)?;
    steps.run("JDK: apt-get install", || {
        apt.install(&["default-jdk-headless"])
            .map_err(|failure| Failure::new(format!("{failure} {WHAT_TO_INSTALL}")))
    })?;
    find_javac().ok_or_else(missing)
}

/// The compiler, if there is one that is new enough.
pub fn find_javac() -> Option<PathBuf> {
    let home = env::var_os("JAVA_HOME").map(|home| Path::new(&home).join("bin/javac"));
    home.into_iter().chain(process::find("javac")).find(|javac| {
        // macOS has a javac that only says where to get one.
        let output = process::output(process::program(javac).arg("-version"));
        output.as_deref().and_then(versions::major).is_some_and(|major| major >= OLDEST)
    })
}
