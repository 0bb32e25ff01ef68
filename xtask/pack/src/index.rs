//! dist/index.html: which files it names, and what they are checked by.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD as STANDARD;
use regex::Regex;
use sha2::{Digest, Sha384};

const INDEX: &str = "index.html";

/// The attribute that names the app's JavaScript, relative to the page.
pub const GLUE: &str = "data-js";
/// The attribute that names the app's module.
pub const MODULE: &str = "data-wasm";

/// The page.
pub fn read(dist: &Path) -> Result<String> {
    Ok(fs_err::read_to_string(dist.join(INDEX))?)
}

/// The file that an attribute of the page names, such as `./patchbay-1.js`.
pub fn named<'a>(page: &'a str, attribute: &str) -> Result<&'a str> {
    let name = page.split_once(&format!("{attribute}=\"")).and_then(|(_, rest)| rest.split('"').next());
    name.with_context(|| format!("dist/index.html has no {attribute}."))
}

/// Writes into the page by what a browser checks the app's JavaScript and its module, as both are now.
pub fn renew_integrity(dist: &Path) -> Result<()> {
    let page = read(dist)?;
    let mut renewed = page.clone();
    for attribute in [GLUE, MODULE] {
        let name = named(&page, attribute)?;
        renewed = with_integrity(&renewed, name, &integrity(&fs_err::read(dist.join(name))?))?;
    }
    Ok(fs_err::write(dist.join(INDEX), renewed)?)
}

/// What a browser compares a file with (Subresource Integrity).
fn integrity(file: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(file)))
}

/// The page with this value in the link to `name`, which has one.
fn with_integrity(page: &str, name: &str, integrity: &str) -> Result<String> {
    let link = Regex::new(&format!(r#"(<link [^>]*href="{}"[^>]* integrity=")[^"]*"#, regex::escape(name)))?;
    ensure!(link.is_match(page), "dist/index.html has no link to {name} with an integrity.");
    let put = |found: &regex::Captures<'_>| format!("{}{integrity}", &found[1]);
    Ok(link.replace_all(page, put).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_the_page_names() {
        let page = r#"<script src="./boot.js" data-js="./a-1.js" data-wasm="./a-1_bg.wasm"></script>"#;
        assert_eq!(named(page, GLUE).unwrap(), "./a-1.js");
        assert_eq!(named(page, MODULE).unwrap(), "./a-1_bg.wasm");
        assert_eq!(named("<html>", GLUE).unwrap_err().to_string(), "dist/index.html has no data-js.");
    }

    #[test]
    fn the_page_has_the_integrity_of_what_is_there_now() {
        let dist = tempfile::tempdir().unwrap();
        let link = |name: &str, integrity: &str| {
            format!(r#"<link rel="preload" href="./{name}" crossorigin="anonymous" integrity="{integrity}">"#)
        };
        let page = |js: &str, wasm: &str| {
            let links = link("a-1.js", js) + &link("a-1_bg.wasm", wasm) + &link("other.css", "sha384-other");
            format!(r#"<script data-js="./a-1.js" data-wasm="./a-1_bg.wasm"></script>{links}"#)
        };
        for (name, content) in
            [(INDEX, page("sha384-old", "sha384-old").as_str()), ("a-1.js", ""), ("a-1_bg.wasm", "abc")]
        {
            fs_err::write(dist.path().join(name), content).unwrap();
        }

        renew_integrity(dist.path()).unwrap();

        let js = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        let wasm = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(read(dist.path()).unwrap(), page(js, wasm));
        let error = with_integrity(&page(js, wasm), "./b-1.js", "sha384-new").unwrap_err();
        assert_eq!(error.to_string(), "dist/index.html has no link to ./b-1.js with an integrity.");
    }
}
