//! Where the built app, the plugin for Jira, the browser, its driver, axe-core and the clients of GitLab are:
//! `cargo xtask test` says it by variables; with `cargo test` by hand the defaults apply.

use std::env;
use std::path::{Path, PathBuf};

/// The folder of the built app.
pub(crate) fn dist() -> PathBuf {
    let dist = named_or("PATCHBAY_DIST", repository().join("dist"));
    assert!(
        dist.join("index.html").is_file(),
        "There is no built app in {}. Run `cargo xtask dist` first, or set PATCHBAY_DIST.",
        dist.display()
    );
    dist
}

/// The folder with ready files for hosts, made for that very app.
pub(crate) fn hosting() -> PathBuf {
    let hosting = named_or("PATCHBAY_HOSTING", repository().join("dist-hosting"));
    let page = std::fs::read_to_string(hosting.join("index-with-policy/index.html")).unwrap_or_default();
    let app = std::fs::read_to_string(dist().join("index.html")).unwrap_or_default();
    let script = app.split("<script").nth(1).unwrap_or("no script");
    assert!(
        page.contains(script),
        "There are no ready files for {} in {}. Run `cargo xtask dist` first, or set PATCHBAY_HOSTING.",
        dist().display(),
        hosting.display()
    );
    hosting
}

/// The web server.
pub(crate) fn nginx() -> PathBuf {
    let unpacked = repository().join("target/tools/nginx/usr/sbin/nginx");
    named_or("PATCHBAY_NGINX", if unpacked.is_file() { unpacked } else { PathBuf::from("nginx") })
}

/// Its module that sends files compressed with brotli, where there is one.
pub(crate) fn nginx_brotli() -> Option<PathBuf> {
    let usual = "target/tools/nginx/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
    Some(named_or("PATCHBAY_NGINX_BROTLI", repository().join(usual))).filter(|module| module.is_file())
}

/// The other web server.
pub(crate) fn caddy() -> PathBuf {
    let caddy = named_or("PATCHBAY_CADDY", repository().join("target/tools/caddy/usr/bin/caddy"));
    assert!(
        caddy.is_file(),
        "There is no Caddy at {}. Run `cargo xtask test`, which fetches it or leaves its tests out.",
        caddy.display()
    );
    caddy
}

/// The plugin for Jira.
pub(crate) fn jar() -> PathBuf {
    let usual = concat!("target/patchbay-", env!("CARGO_PKG_VERSION"), ".jar");
    let jar = named_or("PATCHBAY_JAR", repository().join(usual));
    assert!(
        jar.is_file(),
        "There is no plugin for Jira at {}. Run `cargo xtask jar` first, or set PATCHBAY_JAR.",
        jar.display()
    );
    jar
}

/// The folder with the style sheets of a package, as `npm ci` in tests/stand-in puts them there.
pub(crate) fn aui(package: &str) -> PathBuf {
    let packages = named_or("PATCHBAY_STAND_IN", repository().join("tests/stand-in/node_modules"));
    let aui = packages.join(package).join("dist/aui");
    assert!(
        aui.join("aui-prototyping.css").is_file(),
        "There are no styles of Jira's in {}. Run `npm ci` in tests/stand-in first, or set PATCHBAY_STAND_IN.",
        aui.display()
    );
    aui
}

/// The browser.
pub(crate) fn chrome() -> PathBuf {
    let usual = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let folders: Vec<PathBuf> = env::var_os("PATH").iter().flat_map(env::split_paths).collect();
    let mut found = usual.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    let found = found.find(|program| program.is_file());
    // ChromeDriver looks for Google Chrome itself, but for Chromium not everywhere.
    named_or("PATCHBAY_CHROME", found.unwrap_or_else(|| PathBuf::from("chromium")))
}

/// The program that drives the browser.
pub(crate) fn chromedriver() -> PathBuf {
    named_or("PATCHBAY_CHROMEDRIVER", PathBuf::from("chromedriver"))
}

/// The script of axe-core.
pub(crate) fn axe() -> PathBuf {
    named_or("PATCHBAY_AXE", repository().join("node_modules/axe-core/axe.min.js"))
}

/// The Python with the clients of GitLab for it.
pub(crate) fn python() -> PathBuf {
    named_or("PATCHBAY_PYTHON", repository().join("target/tools/python/bin/python"))
}

/// The npm packages with a client of GitLab. Node.js looks for them here, so no variable can say otherwise.
pub(crate) fn clients() -> PathBuf {
    repository().join("tests/clients/node_modules")
}

fn named_or(variable: &str, usual: PathBuf) -> PathBuf {
    env::var_os(variable).map_or(usual, PathBuf::from)
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this package is a folder of the repository")
}
