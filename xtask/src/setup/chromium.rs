//! A real browser and its driver for the tests, of the same major version.

use std::env;
use std::path::PathBuf;

use super::apt::Apt;
use crate::failure::{Failure, Result};
use crate::steps::Steps;
use crate::{process, versions};

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const WHAT_TO_INSTALL: &str = "Install Chromium (or Google Chrome) and ChromeDriver of the same major version, so that \
                               `chromium --version` and `chromedriver --version` work; on Debian: \
                               `apt-get install chromium chromium-driver`. Then run this again.";

/// A browser and the driver that can start it.
pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

/// From PATCHBAY_CHROME and PATCHBAY_CHROMEDRIVER, from PATH, or installed with apt-get where nobody need be asked.
pub fn ensure(steps: &mut Steps) -> Result<Chromium> {
    let missing = match find() {
        Ok(chromium) => {
            steps.present("Chromium and ChromeDriver");
            return Ok(chromium);
        }
        Err(missing) => missing,
    };
    let Some(apt) = Apt::without_asking() else {
        return Err(Failure::new(format!("{missing} {WHAT_TO_INSTALL}")));
    };
    steps.run("Chromium and ChromeDriver: apt-get install", || {
        // Without fonts every letter is a box of the same size, which no test of a layout should see.
        apt.install(&["chromium", "chromium-driver", "fonts-liberation"])
            .map_err(|failure| Failure::new(format!("{failure} {WHAT_TO_INSTALL}")))
    })?;
    find().map_err(|missing| Failure::new(format!("{missing} {WHAT_TO_INSTALL}")))
}

/// The sentence says what is missing or does not fit.
fn find() -> std::result::Result<Chromium, String> {
    let browser = named_or("PATCHBAY_CHROME", &BROWSERS).ok_or("No Chromium is on PATH.")?;
    let driver = named_or("PATCHBAY_CHROMEDRIVER", &["chromedriver"]).ok_or("No ChromeDriver is on PATH.")?;
    let major = |program: &PathBuf| {
        let output = process::output(process::program(program).arg("--version"));
        output.as_deref().and_then(versions::major).ok_or(format!("`{} --version` fails.", program.display()))
    };
    let (browser_major, driver_major) = (major(&browser)?, major(&driver)?);
    if browser_major != driver_major {
        return Err(format!(
            "{} is version {browser_major} and {} is version {driver_major}: they do not work together.",
            browser.display(),
            driver.display()
        ));
    }
    Ok(Chromium { browser, driver })
}

fn named_or(variable: &str, names: &[&str]) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).or_else(|| names.iter().find_map(|name| process::find(name)))
}
