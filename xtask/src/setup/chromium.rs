//! A real browser and its driver for the tests, of the same major version.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use super::apt;
use crate::process;
use crate::steps::Steps;

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const WHAT_TO_INSTALL: &str = "Install Chromium (or Google Chrome) and ChromeDriver of the same major version, so that \
                               `chromium --version` and `chromedriver --version` work; on Debian: \
                               `apt-get install chromium chromium-driver`. Then run this again.";

/// A browser and the driver that can start it.
pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

/// From PATCHBAY_CHROME and PATCHBAY_CHROMEDRIVER, from PATH, or installed with apt-get.
pub fn ensure(steps: &mut Steps) -> Result<Chromium> {
    if let Ok(chromium) = find() {
        return Ok(chromium);
    }
    // Without fonts every letter is a box of the same size, which no test of a layout should see.
    apt::install(steps, &["chromium", "chromium-driver", "fonts-liberation"], WHAT_TO_INSTALL)?;
    find().context(WHAT_TO_INSTALL)
}

fn find() -> Result<Chromium> {
    let browser = named_or("PATCHBAY_CHROME", &BROWSERS).context("No Chromium is on PATH.")?;
    let driver =
        named_or("PATCHBAY_CHROMEDRIVER", &["chromedriver"]).context("No ChromeDriver is on PATH.")?;
    let major = |program| process::major_version(program, "--version").context("`--version` fails.");
    let (browser_major, driver_major) = (major(&browser)?, major(&driver)?);
    ensure!(
        browser_major == driver_major,
        "{} is version {browser_major} and {} is version {driver_major}: they do not work together.",
        browser.display(),
        driver.display()
    );
    Ok(Chromium { browser, driver })
}

fn named_or(variable: &str, names: &[&str]) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).or_else(|| names.iter().find_map(|name| process::find(name)))
}
