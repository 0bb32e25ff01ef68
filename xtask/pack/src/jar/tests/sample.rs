//! A dist/ like Trunk's with little in it, and the plugin made from it, read back.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use anyhow::Result;
use tempfile::TempDir;
use zip::ZipArchive;

use crate::jar::pack;

/// What stands for the compiled class where it does not matter.
pub const CLASS: &[u8] = b"class";

const INDEX: &str = r#"<!doctype html>
<link rel="icon" href="./icon-1.svg"/>
<link rel="stylesheet" href="./patchbay-2.css"/><script type="module" src="./boot.js" data-js="./patchbay-3.js" data-wasm="./patchbay-3_bg.wasm"></script>
<div id="patchbay"></div>
"#;
/// The other files, whose content is their name.
const FILES: [&str; 13] = [
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
    "patchbay-parts-4.js",
    "patchbay-chunk_1-4.wasm",
    "patchbay-forms-4.wasm",
];

/// A folder that is gone when the test is over.
pub struct Dist(TempDir);

impl Dist {
    /// With all the files.
    pub fn new() -> Self {
        let dist = Self(tempfile::tempdir().unwrap());
        dist.put("index.html", INDEX);
        FILES.iter().for_each(|name| dist.put(name, name));
        dist
    }

    /// One file more, or another content.
    pub fn put(&self, name: &str, content: &str) {
        fs_err::write(self.path().join(name), content).unwrap();
    }

    /// One file less.
    pub fn remove(&self, name: &str) {
        fs_err::remove_file(self.path().join(name)).unwrap();
    }

    /// The plugin of it.
    pub fn pack(&self) -> Result<Vec<u8>> {
        pack(self.path(), &sources(), CLASS.to_vec())
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

/// The folder jira/ of this repository.
pub fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../jira")
}

/// What is in the plugin of the sample: content by name.
pub fn contents() -> BTreeMap<String, Vec<u8>> {
    unpack(&Dist::new().pack().unwrap())
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
