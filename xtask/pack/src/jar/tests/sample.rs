//! A dist/ like Trunk's with little in it, and the plugin made from it, read back.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use anyhow::Result;
use tempfile::TempDir;
use zip::ZipArchive;

/// What stands for the compiled class where it does not matter.
pub const CLASS: &[u8] = b"class";

const INDEX: &str = r#"<!doctype html>
<link rel="icon" href="./icon-1.svg"/>
<link rel="stylesheet" href="./patchbay-2.css"/><script type="module" async src="./boot.js" data-js="./patchbay-3.js" data-wasm="./patchbay-3_bg.wasm"></script>
<div id="patchbay"></div>
"#;
/// The other files, whose content is their name.
const FILES: [&str; 12] = [
    "index.html.br",
    "index.html.gz",
    "boot.js",
    "boot.js.br",
    "config.json",
    "icon-1.svg",
    "patchbay-2.css",
    "patchbay-3.js",
    "patchbay-3_bg.wasm",
    "patchbay-3_bg.wasm.br",
    "patchbay-chunk_1-4.wasm",
    "patchbay-forms-4.wasm",
];

/// A folder with all the files.
pub fn dist() -> TempDir {
    let dist = tempfile::tempdir().unwrap();
    fs_err::write(dist.path().join("index.html"), INDEX).unwrap();
    FILES.iter().for_each(|name| fs_err::write(dist.path().join(name), name).unwrap());
    dist
}

/// The plugin of a folder.
pub fn pack(dist: &TempDir) -> Result<Vec<u8>> {
    crate::jar::pack(dist.path(), &sources(), CLASS.to_vec())
}

/// The folder jira/ of this repository.
pub fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../jira")
}

/// What is in the plugin of the sample: content by name.
pub fn contents() -> BTreeMap<String, Vec<u8>> {
    unpack(&pack(&dist()).unwrap())
}

/// Content by name.
pub fn unpack(jar: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(jar)).unwrap();
    let mut contents = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        contents.insert(entry.name().unwrap().into_owned(), content);
    }
    contents
}

/// The text of an entry.
pub fn text<'c>(contents: &'c BTreeMap<String, Vec<u8>>, name: &str) -> &'c str {
    std::str::from_utf8(&contents[name]).unwrap()
}
