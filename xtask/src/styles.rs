//! Puts the style sheets of the built page into one file: one request instead of many, and half the bytes.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use crate::failure::{Failure, Result};
use crate::minify::minify;

const LINK: &str = "<link rel=\"stylesheet\" href=\"./";

/// Joins them in the order in which index.html links to them; `npm` has the program that makes them smaller.
pub fn join(dist: &Path, npm: Option<&Path>) -> Result<()> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Failure::with_file(&page))?;
    let Some((html, names)) = without_links(&html) else { return Ok(()) };
    let mut text = String::new();
    for name in names {
        let file = dist.join(name);
        text.push_str(&fs::read_to_string(&file).map_err(Failure::with_file(&file))?);
        fs::remove_file(&file).map_err(Failure::with_file(&file))?;
    }
    if let Some(npm) = npm {
        let joined = dist.join("joined.css");
        fs::write(&joined, text).map_err(Failure::with_file(&joined))?;
        minify(&npm.join("esbuild"), &joined)?;
        text = fs::read_to_string(&joined).map_err(Failure::with_file(&joined))?;
        fs::remove_file(&joined).map_err(Failure::with_file(&joined))?;
    }
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    let name = format!("patchbay-{:016x}.css", hasher.finish());
    let file = dist.join(&name);
    fs::write(&file, text).map_err(Failure::with_file(&file))?;
    fs::write(&page, html.replace(PLACE, &format!("{LINK}{name}\"/>"))).map_err(Failure::with_file(&page))
}

/// Stands where the first link was.
const PLACE: &str = "<!-- styles -->";

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
        let dist = std::env::temp_dir().join(format!("patchbay-styles-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        let page = r#"<link rel="icon" href="./i.svg"/>
            <link rel="stylesheet" href="./tokens-1.css" integrity="sha384-a"/>
            <link rel="stylesheet" href="./base-2.css"/>
            <script src="./boot.js"></script>"#;
        for (name, content) in [("index.html", page), ("tokens-1.css", "a {}\n"), ("base-2.css", "b {}\n")] {
            fs::write(dist.join(name), content).unwrap();
        }

        join(&dist, None).unwrap();

        let read = |name: &str| fs::read_to_string(dist.join(name)).unwrap();
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
        assert!(!dist.join("tokens-1.css").exists());
        fs::remove_dir_all(&dist).unwrap();
    }
}
