//! Programs that the tests need: from PATH, or Debian's packages. The web servers are unpacked into target/tools and not
//! installed, since Debian's packages would start them on this machine.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::apt;
use crate::process;
use crate::steps::Steps;
use crate::workspace::Workspace;

/// The first whose compiler knows `--release`.
const OLDEST_JDK: u32 = 9;
/// The module with which nginx sends files compressed with brotli.
const NGINX_BROTLI: &str = "usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// A browser and the driver that can start it, of the same major version.
pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

/// From PATCHBAY_CHROME and PATCHBAY_CHROMEDRIVER, from PATH, or installed.
pub fn chromium(steps: &mut Steps) -> Result<Chromium> {
    // Without fonts every letter is a box of the same size, which no test of a layout should see.
    let packages = ["chromium", "chromium-driver", "fonts-liberation"];
    let what = "Chromium or Google Chrome, and ChromeDriver of the same major version";
    find_or(find_chromium, |packages| apt::install(steps, packages), what, &packages)
}

fn find_chromium() -> Result<Chromium> {
    let named = |variable: &str, names: &[&str]| {
        let named = env::var_os(variable).map(PathBuf::from);
        named.or_else(|| names.iter().find_map(|name| process::find(name)))
    };
    let browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let browser = named("PATCHBAY_CHROME", &browsers).context("No Chromium is on PATH.")?;
    let driver = named("PATCHBAY_CHROMEDRIVER", &["chromedriver"]).context("No ChromeDriver is on PATH.")?;
    let major = |program| process::major_version(program, "--version");
    ensure!(
        major(&browser).is_some() && major(&browser) == major(&driver),
        "{} and {} are not of the same major version.",
        browser.display(),
        driver.display()
    );
    Ok(Chromium { browser, driver })
}

/// A Java compiler: from JAVA_HOME, from PATH, or installed.
pub fn javac(steps: &mut Steps) -> Result<PathBuf> {
    let find = || {
        let home = env::var_os("JAVA_HOME").map(|home| Path::new(&home).join("bin/javac"));
        let mut all = home.into_iter().chain(process::find("javac"));
        // macOS has a javac that only says where to get one.
        let fits = |javac: &PathBuf| {
            process::major_version(javac, "-version").is_some_and(|major| major >= OLDEST_JDK)
        };
        all.find(fits).context("No javac is on PATH.")
    };
    let what = "A JDK of version 9 or newer, with which the plugin for Jira is compiled,";
    find_or(find, |packages| apt::install(steps, packages), what, &["default-jdk-headless"])
}

/// OpenSSL, with which a test makes itself a certificate.
pub fn openssl(steps: &mut Steps) -> Result<PathBuf> {
    let find = || process::find("openssl").context("No openssl is on PATH.");
    find_or(find, |packages| apt::install(steps, packages), "The program openssl", &["openssl"])
}

/// A web server for the tests. Of another system than Debian we know no module.
pub struct Nginx {
    program: PathBuf,
    brotli_module: Option<PathBuf>,
}

impl Nginx {
    /// Adds the variables that the tests of the hosted app read.
    pub fn tell(&self, command: &mut Command) {
        command.env("PATCHBAY_NGINX", &self.program);
        command.envs(self.brotli_module.iter().map(|module| ("PATCHBAY_NGINX_BROTLI", module)));
    }
}

/// From PATH, or unpacked.
pub fn nginx(workspace: &Workspace, steps: &mut Steps) -> Result<Nginx> {
    let unpacked = workspace.tools().join("nginx");
    let find = || {
        let system = process::find("nginx").unwrap_or_else(|| "/usr/sbin/nginx".into());
        let mut all = [(system, Path::new("/")), (unpacked.join("usr/sbin/nginx"), &unpacked)].into_iter();
        let (program, root) =
            all.find(|(program, _)| starts(program, "-v")).context("No nginx is on PATH.")?;
        let brotli_module = Some(root.join(NGINX_BROTLI)).filter(|module| module.is_file());
        Ok(Nginx { program, brotli_module })
    };
    let packages = ["nginx", "libnginx-mod-http-brotli-static"];
    find_or(find, |packages| apt::unpack(steps, packages, &unpacked), "The web server nginx", &packages)
}

/// From PATH, or unpacked.
pub fn caddy(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf> {
    let unpacked = workspace.tools().join("caddy");
    let find = || {
        let mut all = process::find("caddy").into_iter().chain([unpacked.join("usr/bin/caddy")]);
        all.find(|program| starts(program, "version")).context("No caddy is on PATH.")
    };
    find_or(find, |packages| apt::unpack(steps, packages, &unpacked), "The web server Caddy", &["caddy"])
}

fn starts(program: &Path, argument: &str) -> bool {
    process::output(process::program(program).arg(argument)).is_some()
}

/// Finds it, or installs Debian's packages and finds it then. Fails with a sentence about what to install.
fn find_or<T>(
    find: impl Fn() -> Result<T>,
    install: impl FnOnce(&[&str]) -> Result<()>,
    what: &str,
    packages: &[&str],
) -> Result<T> {
    find().or_else(|_| install(packages).and_then(|()| find())).with_context(|| {
        format!(
            "{what} is missing. Install it and put it on PATH (on Debian: `apt-get install {}`), then run this again.",
            packages.join(" ")
        )
    })
}
