//! What of dist/ the plugin holds, under which name and media type.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use regex::Regex;

/// Media types by ending. Said for each file, since Jira's server need not know them, wasm least of all.
const TYPES: [(&str, &str); 6] = [
    ("css", "text/css"),
    ("html", "text/html"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("wasm", "application/wasm"),
];
/// The plugin has its own, not the one of dist/: inside Jira the server is known, and a file in a plugin cannot be edited.
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

/// The files of dist/ as the plugin serves them. Without compressed copies: Jira compresses what it sends itself.
pub fn app(dist: &Path, config: &str) -> Result<App> {
    let mut app = App::new();
    for file in crate::files(dist)? {
        let name = crate::name_in(dist, &file);
        let content_type = content_type(&name)?;
        let content = match content_type {
            _ if name == CONFIG => config.as_bytes().to_vec(),
            "text/css" => in_pixels(&fs_err::read_to_string(&file)?)?.into_bytes(),
            _ => fs_err::read(&file)?,
        };
        app.insert(name, AppFile { content_type, content });
    }
    name_boot_by_its_content(&mut app)?;
    Ok(app)
}

/// Styles with pixels in place of rem: some versions of Jira set the size that rem counts in, for their own page, and
/// everything of ours would be smaller.
fn in_pixels(styles: &str) -> Result<String> {
    let rem = Regex::new(r"(\d*\.?\d+)rem\b")?;
    let pixels = |found: &regex::Captures<'_>| match found[1].parse::<f64>() {
        Ok(rem) => format!("{}px", rem * 16.0),
        Err(_) => found[0].to_owned(),
    };
    Ok(rem.replace_all(styles, pixels).into_owned())
}

fn content_type(name: &str) -> Result<&'static str> {
    if !name.chars().all(|c| c.is_ascii_alphanumeric() || "-_./".contains(c)) {
        bail!(
            "dist/{name} cannot be packed under this name. In a plugin for Jira names consist of ASCII letters, \
             digits, `-`, `_` and dots."
        );
    }
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    // Jira takes the one for a source map, and sends the other in place of the file without `-min`.
    if ending == "map" || stem.ends_with("-min") {
        bail!(
            "dist/{name} cannot be packed under this name: Jira gives the endings `.map` and `-min` a meaning of their own."
        );
    }
    let known = TYPES.iter().find(|(known, _)| *known == ending).map(|(_, content_type)| *content_type);
    known.with_context(|| {
        format!(
            "dist/{name} has an ending whose media type is not known. Add it to xtask/pack/src/jar/files.rs."
        )
    })
}

/// Jira's addresses of files do not change with the plugin's version, and browsers keep what they have.
fn name_boot_by_its_content(app: &mut App) -> Result<()> {
    let missing = "dist/ holds no boot.js that its index.html starts. Was it built?";
    let boot = app.remove(BOOT).context(missing)?;
    let name = format!("boot-{}.js", crate::hash(&boot.content));
    let page = app.get_mut(PAGE).context(missing)?;
    let html = String::from_utf8_lossy(&page.content).into_owned();
    let link = |name: &str| format!("src=\"./{name}\"");
    if !html.contains(&link(BOOT)) {
        bail!(missing);
    }
    page.content = html.replace(&link(BOOT), &link(&name)).into_bytes();
    app.insert(name, boot);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inside_jira_sizes_are_in_pixels() {
        let styles = "a{font-size:.875rem;margin:0 -1.5rem 2rem}@container (width<=34.75rem){b{top:calc(1rem + 2px)}}.rem{}";
        let pixels =
            "a{font-size:14px;margin:0 -24px 32px}@container (width<=556px){b{top:calc(16px + 2px)}}.rem{}";
        assert_eq!(in_pixels(styles).unwrap(), pixels);
    }
}
