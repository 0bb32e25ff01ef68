//! A Java compiler, which only the plugin for Jira needs, and OpenSSL, with which a test makes itself a certificate.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::apt;
use crate::process;
use crate::steps::Steps;

/// The first whose compiler knows `--release`.
const OLDEST: u32 = 9;
const NO_JDK: &str = "The plugin for Jira holds one Java class, and no javac 9 or newer is here to compile it. \
                      Install a JDK (https://adoptium.net; on Debian: `apt-get install default-jdk-headless`), \
                      so that `javac -version` works, then run this again.";
const NO_OPENSSL: &str =
    "OpenSSL's program is not on PATH. Install it (on Debian: `apt-get install openssl`).";

/// The compiler: from JAVA_HOME, from PATH, or installed with apt-get.
pub fn ensure_javac(steps: &mut Steps) -> Result<PathBuf> {
    if let Some(javac) = find_javac() {
        return Ok(javac);
    }
    apt::install(steps, &["default-jdk-headless"], NO_JDK)?;
    find_javac().context(NO_JDK)
}

fn find_javac() -> Option<PathBuf> {
    let home = env::var_os("JAVA_HOME").map(|home| Path::new(&home).join("bin/javac"));
    let mut all = home.into_iter().chain(process::find("javac"));
    // macOS has a javac that only says where to get one.
    all.find(|javac| process::major_version(javac, "-version").is_some_and(|major| major >= OLDEST))
}

/// From PATH, or installed with apt-get.
pub fn ensure_openssl(steps: &mut Steps) -> Result<()> {
    match process::find("openssl") {
        Some(_) => Ok(()),
        None => apt::install(steps, &["openssl"], NO_OPENSSL),
    }
}
