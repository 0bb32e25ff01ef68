//! Debian's packages: installed where nobody need be asked, or unpacked into a folder.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, Result};
use crate::process;

/// `apt-get` with the rights to install.
pub struct Apt {
    /// What stands before `apt-get`.
    prefix: &'static [&'static str],
}

impl Apt {
    /// `None` where `apt-get` is missing or a password would be asked for.
    pub fn without_asking() -> Option<Self> {
        process::find("apt-get")?;
        if process::output(process::program("id").arg("-u")).is_some_and(|id| id.trim() == "0") {
            return Some(Self { prefix: &["env", "DEBIAN_FRONTEND=noninteractive"] });
        }
        process::output(process::program("sudo").args(["-n", "true"]))?;
        Some(Self { prefix: &["sudo", "-n", "DEBIAN_FRONTEND=noninteractive"] })
    }

    /// Installs these packages and what they need, not what they recommend.
    pub fn install(&self, packages: &[&str]) -> Result<()> {
        self.update()?;
        self.run(&[&["install", "-y", "-qq", "--no-install-recommends"], packages].concat())
    }

    /// Learns which packages there are: a fresh system knows none.
    pub fn update(&self) -> Result<()> {
        self.run(&["update", "-qq"])
    }

    fn run(&self, arguments: &[&str]) -> Result<()> {
        let mut words = self.prefix.iter().copied().chain(["apt-get"]);
        let mut command = process::program(words.next().unwrap_or("apt-get"));
        process::run(command.args(words).args(arguments))
    }
}

/// Fetches packages and unpacks them into a folder: nothing is installed, and nothing that they bring is started.
pub fn unpack(packages: &[&str], folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(Failure::with_file(folder))?;
    if let Some(apt) = Apt::without_asking() {
        apt.update()?;
    }
    process::run(process::program("apt-get").args(["download", "-qq"]).args(packages).current_dir(folder))?;
    for file in fs::read_dir(folder).map_err(Failure::with_file(folder))? {
        let file = file.map_err(Failure::with_file(folder))?.path();
        if file.extension().is_some_and(|ending| ending == "deb") {
            process::run(process::program("dpkg-deb").arg("-x").arg(&file).arg(folder))?;
        }
    }
    Ok(())
}
