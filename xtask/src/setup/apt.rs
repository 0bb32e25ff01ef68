//! Debian's packages: installed where no password is needed, or unpacked into a folder.

use std::path::Path;

use anyhow::{Context, Result};

use crate::process;
use crate::steps::Steps;

/// Installs these packages and what they need, not what they recommend.
pub fn install(steps: &mut Steps, packages: &[&str]) -> Result<()> {
    let packages = packages.join(" ");
    let sudo = sudo().context("apt-get is missing or needs a password.")?;
    // A fresh system knows no packages.
    let script = format!(
        "{sudo} apt-get update -qq && {sudo} apt-get install -y -qq --no-install-recommends {packages}"
    );
    shell(steps, &format!("Install {packages}"), &script, Path::new("/"))
}

/// Fetches packages and unpacks them into a folder: nothing is installed, and nothing that they bring is started.
pub fn unpack(steps: &mut Steps, packages: &[&str], folder: &Path) -> Result<()> {
    let packages = packages.join(" ");
    let update = sudo().map(|sudo| format!("{sudo} apt-get update -qq\n")).unwrap_or_default();
    let script =
        format!("{update}apt-get download -qq {packages}\nfor file in *.deb; do dpkg-deb -x $file .; done");
    fs_err::create_dir_all(folder)?;
    shell(steps, &format!("Fetch {packages}"), &script, folder)
}

fn shell(steps: &mut Steps, title: &str, script: &str, folder: &Path) -> Result<()> {
    process::find("apt-get").context("There is no apt-get.")?;
    let mut command = process::program("sh");
    command.args(["-e", "-c", script]).current_dir(folder).env("DEBIAN_FRONTEND", "noninteractive");
    steps.run(title, command)
}

/// What gives apt-get the rights to install. `None` where it would ask for a password.
fn sudo() -> Option<&'static str> {
    if process::output(process::program("id").arg("-u")).is_some_and(|id| id.trim() == "0") {
        return Some("");
    }
    process::output(process::program("sudo").args(["-n", "true"]))?;
    Some("sudo -n DEBIAN_FRONTEND=noninteractive")
}
