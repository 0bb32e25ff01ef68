//! `cargo xtask jar`: the app as a plugin for Jira Data Center, made from dist/ and jira/.

mod archive;
mod class;
mod files;
#[cfg(test)]
mod tests;
mod texts;

use std::path::Path;

use anyhow::Result;

/// The plugin's version is the workspace's: three numbers, since Jira makes a bundle's version of it.
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Alone: with any other header of a bundle Jira would not make the missing ones.
const MANIFEST: &str = "Manifest-Version: 1.0\n\n";

/// Packs the dist/ of a checkout into a plugin, with the class that this Java compiler makes.
pub fn build(root: &Path, javac: &Path, out: &Path) -> Result<()> {
    let sources = root.join("jira");
    let class = class::compile(javac, &sources, &out.with_extension("class"))?;
    Ok(fs_err::write(out, pack(&root.join("dist"), &sources, class)?)?)
}

/// The bytes of the plugin: the same for the same dist/, sources and class.
fn pack(dist: &Path, sources: &Path, class: Vec<u8>) -> Result<Vec<u8>> {
    let read = |name: &str| fs_err::read_to_string(sources.join(name));
    let app = files::app(dist, &read("config.json")?)?;
    let page = texts::page(&read("page.vm")?, &app)?;
    let descriptor = texts::descriptor(&read("atlassian-plugin.xml")?, &app)?;
    let mut entries: archive::Entries =
        app.into_iter().map(|(name, file)| (format!("{}{name}", texts::APP_FOLDER), file.content)).collect();
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
