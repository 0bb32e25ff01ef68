//! Puts the style sheets of the built page into one file: one request instead of many, and half the bytes.

use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use anyhow::Result;

use crate::minify::minify;

const LINK: &str = "<link rel=\"stylesheet\" href=\"./";
/// Stands where the first link was.
const PLACE: &str = "<!-- styles -->";

/// Joins them in the order in which index.html links to them; `npm` has the program that makes them smaller.
pub fn join(dist: &Path, npm: Option<&Path>) -> Result<()> {
    let page = dist.join("index.html");
    let html = fs_err::read_to_string(&page)?;
    let Some((html, names)) = without_links(&html) else { return Ok(()) };
    let mut text = String::new();
    for name in names {
        text.push_str(&fs_err::read_to_string(dist.join(name))?);
        fs_err::remove_file(dist.join(name))?;
    }
    let joined = dist.join("joined.css");
    fs_err::write(&joined, text)?;
    npm.map_or(Ok(()), |npm| minify(&npm.join("esbuild"), &joined))?;
    let mut hasher = DefaultHasher::new();
    hasher.write(&fs_err::read(&joined)?);
    let name = format!("patchbay-{:016x}.css", hasher.finish());
    fs_err::rename(joined, dist.join(&name))?;
    Ok(fs_err::write(&page, html.replace(PLACE, &format!("{LINK}{name}\"/>")))?)
}

/// The page without its links to style sheets, and what they linked to. `None` if there is none.
fn without_links(html: &str) -> Option<(String, Vec<&str>)> {
    let mut parts = html.split(LINK);
    let mut page = format!("{}{PLACE}", parts.next()?);
    let mut names = Vec::new();
    for part in parts {
        let (name, rest) = part.split_once('"')?;
        names.push(name);
        page.push_str(rest.split_once('>')?.1.trim_start());
    }
    (!names.is_empty()).then_some((page, names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_order_and_leaves_one_link() {
        let dist = tempfile::tempdir().unwrap();
        let page = r#"<link rel="icon" href="./i.svg"/>
            <link rel="stylesheet" href="./tokens-1.css" integrity="sha384-a"/>
            <link rel="stylesheet" href="./base-2.css"/>
            <script src="./boot.js"></script>"#;
        for (name, content) in [("index.html", page), ("tokens-1.css", "a {}\n"), ("base-2.css", "b {}\n")] {
            fs_err::write(dist.path().join(name), content).unwrap();
        }

        join(dist.path(), None).unwrap();

        let read = |name: &str| fs_err::read_to_string(dist.path().join(name)).unwrap();
        let html = read("index.html");
        let name = html.split("rel=\"stylesheet\" href=\"./").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(read(name), "a {}\nb {}\n");
        assert_eq!(
            html,
            format!(
                "<link rel=\"icon\" href=\"./i.svg\"/>\n            \
                 <link rel=\"stylesheet\" href=\"./{name}\"/><script src=\"./boot.js\"></script>"
            )
        );
        assert_eq!(crate::files(dist.path()).unwrap().len(), 2);
    }
}
