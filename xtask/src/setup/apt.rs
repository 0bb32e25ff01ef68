//! Debian's packages: installed where no password is needed, or unpacked into a folder.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::steps::Steps;

/// Installs these packages and what they need, not what they recommend. `sentence` says what to install by hand.
pub fn install(steps: &mut Steps, packages: &[&str], sentence: &str) -> Result<()> {
    let apt_get = apt_get().context(sentence.to_owned())?;
    update(steps, &apt_get).context(sentence.to_owned())?;
    let mut install = command(&apt_get);
    install.args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages);
    steps.run(&format!("Install {}", packages.join(", ")), install).context(sentence.to_owned())
}

/// Fetches packages and unpacks them into a folder: nothing is installed, and nothing that they bring is started.
pub fn unpack(steps: &mut Steps, packages: &[&str], folder: &Path) -> Result<()> {
    fs_err::create_dir_all(folder)?;
    if let Some(apt_get) = apt_get() {
        update(steps, &apt_get)?;
    }
    let script = format!(
        "apt-get download -qq {} && for file in *.deb; do dpkg-deb -x $file .; done",
        packages.join(" ")
    );
    let mut fetch = process::program("sh");
    fetch.args(["-e", "-c", &script]).current_dir(folder);
    steps.run(&format!("Fetch {}", packages.join(", ")), fetch)
}

/// Learns which packages there are: a fresh system knows none.
fn update(steps: &mut Steps, apt_get: &[&str]) -> Result<()> {
    let mut update = command(apt_get);
    update.args(["update", "-qq"]);
    steps.run("Update the list of Debian’s packages", update)
}

fn command(words: &[&str]) -> Command {
    let mut command = process::program(words.first().unwrap_or(&"apt-get"));
    command.args(words.iter().skip(1));
    command
}

/// `apt-get` with the rights to install. `None` where it is missing or asks for a password.
fn apt_get() -> Option<Vec<&'static str>> {
    process::find("apt-get")?;
    if process::output(process::program("id").arg("-u")).is_some_and(|id| id.trim() == "0") {
        return Some(vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    }
    process::output(process::program("sudo").args(["-n", "true"]))?;
    Some(vec!["sudo", "-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
}
