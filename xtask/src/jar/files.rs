//! What of dist/ the plugin holds, under which name and media type.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use crate::failure::{Failure, Result};
use crate::fingerprint;

/// Media types by ending. Said for each file, since Jira's server need not know them, wasm least of all.
const TYPES: [(&str, &str); 6] = [
    ("css", "text/css"),
    ("html", "text/html"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("wasm", "application/wasm"),
];
/// Compressed copies: Jira compresses what it sends itself and cannot choose between files.
const LEFT_OUT: [&str; 2] = ["br", "gz"];
/// Ours, not the one of dist/: inside Jira there is nothing to say, and nobody can edit it in a plugin.
const CONFIG: &str = "config.json";
/// The page, and the one file it names that has no hash in its name.
pub const PAGE: &str = "index.html";
const BOOT: &str = "boot.js";

/// A file that browsers fetch from the plugin.
pub struct AppFile {
    /// Its media type.
    pub content_type: &'static str,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// By name, with folders.
pub type App = BTreeMap<String, AppFile>;

/// The files of dist/ as the plugin serves them.
pub fn app(dist: &Path, config: &str) -> Result<App> {
    let mut files = Vec::new();
    fingerprint::collect(dist, &mut files)?;
    let mut app = App::new();
    for file in files {
        let name = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let Some(content_type) = content_type(&name)? else { continue };
        let content = match name.as_str() {
            CONFIG => config.as_bytes().to_vec(),
            _ => fs::read(&file).map_err(Failure::with_file(&file))?,
        };
        app.insert(name, AppFile { content_type, content });
    }
    name_boot_by_its_content(&mut app)?;
    Ok(app)
}

/// `None`: is left out.
fn content_type(name: &str) -> Result<Option<&'static str>> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    if !name.chars().all(plain) {
        let rule = "In a plugin for Jira names consist of ASCII letters, digits, `-`, `_` and dots";
        return Err(Failure::new(format!("dist/{name} cannot be packed under this name. {rule}.")));
    }
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    if LEFT_OUT.contains(&ending) {
        return Ok(None);
    }
    // Jira takes the one for a source map, and sends the other in place of the file without `-min`.
    if ending == "map" || stem.ends_with("-min") {
        return Err(Failure::new(format!(
            "dist/{name} cannot be packed under this name: Jira gives the endings `.map` and `-min` a meaning of their own."
        )));
    }
    let known = TYPES.iter().find(|(known, _)| *known == ending);
    known.map(|(_, content_type)| Some(*content_type)).ok_or_else(|| {
        Failure::new(format!(
            "dist/{name} has an ending whose media type is not known. Add it to xtask/src/jar/files.rs, \
             or have it left out there."
        ))
    })
}

/// Jira's addresses of files do not change with the plugin's version, and browsers keep what they have.
fn name_boot_by_its_content(app: &mut App) -> Result<()> {
    let missing = || Failure::new("dist/ holds no boot.js that its index.html starts. Was it built?");
    let boot = app.remove(BOOT).ok_or_else(missing)?;
    let mut hasher = DefaultHasher::new();
    hasher.write(&boot.content);
    let name = format!("boot-{:016x}.js", hasher.finish());
    let page = app.get_mut(PAGE).ok_or_else(missing)?;
    let html = String::from_utf8_lossy(&page.content).into_owned();
    let link = |name: &str| format!("src=\"./{name}\"");
    if !html.contains(&link(BOOT)) {
        return Err(missing());
    }
    page.content = html.replace(&link(BOOT), &link(&name)).into_bytes();
    app.insert(name, boot);
    Ok(())
}
