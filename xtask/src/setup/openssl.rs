//! OpenSSL's program, by which a test makes itself a certificate; Debian's `ca-certificates` brings it along.

use super::apt::Apt;
use crate::failure::{Failure, Result};
use crate::process;
use crate::steps::Steps;

const WHAT_TO_INSTALL: &str =
    "OpenSSL's program is not on PATH. Install it (on Debian: `apt-get install openssl`).";

/// From PATH, or installed with apt-get where nobody need be asked.
pub fn ensure(steps: &mut Steps) -> Result<()> {
    if process::find("openssl").is_some() {
        steps.present("OpenSSL");
        return Ok(());
    }
    let apt = Apt::without_asking().ok_or_else(|| Failure::new(WHAT_TO_INSTALL))?;
    steps.run("OpenSSL: apt-get install", || apt.install(&["openssl"]))
}
