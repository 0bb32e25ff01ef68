//! `cargo xtask jar`: the app as a plugin for Jira Data Center, made from dist/ and jira/.

mod archive;
mod descriptor;
mod files;
mod page;
mod page_class;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};

use crate::dist;
use crate::failure::{Failure, Result};
use crate::setup::jdk;
use crate::steps::Steps;
use crate::workspace::Workspace;

/// The plugin's version is the workspace's: three numbers, since Jira makes a bundle's version of it.
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Alone: with any other header of a bundle Jira would not make the missing ones.
const MANIFEST: &str = "Manifest-Version: 1.0\n\n";

/// Builds dist/ and packs it; says where the plugin is.
pub fn jar(workspace: &Workspace) -> Result<()> {
    let mut steps = Steps::default();
    // Before minutes of compiling.
    let javac = jdk::ensure_javac(&mut steps)?;
    let dist = dist::build_and_check(workspace, &mut steps)?;
    let file = build(workspace, &mut steps, &javac, &dist)?;
    println!("\nThe plugin for Jira: {}\nHow to install it: docs/jira.md", file.display());
    Ok(())
}

/// Packs a built dist/. Returns the file.
pub fn build(workspace: &Workspace, steps: &mut Steps, javac: &Path, dist: &Path) -> Result<PathBuf> {
    steps.run("Pack the plugin for Jira", || {
        let sources = workspace.root.join("jira");
        let class = page_class::compile(javac, &sources, &workspace.outputs.join("jar-class"))?;
        let file = workspace.outputs.join(format!("patchbay-{VERSION}.jar"));
        fs::write(&file, pack(dist, &sources, class)?).map_err(Failure::with_file(&file))?;
        Ok(file)
    })
}

/// The bytes of the plugin: the same for the same dist/, sources and class.
fn pack(dist: &Path, sources: &Path, class: Vec<u8>) -> Result<Vec<u8>> {
    let read = |name: &str| {
        let file = sources.join(name);
        fs::read_to_string(&file).map_err(Failure::with_file(&file))
    };
    let app = files::app(dist, &read("config.json")?)?;
    let page = page::fill(&read("page.vm")?, &app)?;
    let descriptor = descriptor::fill(&read("atlassian-plugin.xml")?, &app)?;
    let mut entries: archive::Entries = app
        .into_iter()
        .map(|(name, file)| (format!("{}{name}", descriptor::APP_FOLDER), file.content))
        .collect();
    for (name, content) in [
        ("META-INF/MANIFEST.MF", MANIFEST.as_bytes().to_vec()),
        ("atlassian-plugin.xml", descriptor.into_bytes()),
        ("patchbay/i18n.properties", read("i18n.properties")?.into_bytes()),
        ("patchbay/jira/AdminPage.class", class),
        ("patchbay/loader.js", read("loader.js")?.into_bytes()),
        ("patchbay/page.vm", page.into_bytes()),
    ] {
        entries.insert(name.to_owned(), content);
    }
    archive::write(&entries)
}
