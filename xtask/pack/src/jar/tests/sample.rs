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

/// What the files of [`Dist::new`] hold, by name.
const FILES: [(&str, &str); 14] = [
    ("index.html", INDEX),
    ("index.html.br", "compressed"),
    ("index.html.gz", "compressed"),
    ("boot.js", "start()"),
    ("boot.js.br", "compressed"),
    ("config.json", r#"{"jira":{"url":"https://elsewhere.example","auth":"token"}}"#),
    ("icon-1.svg", "<svg/>"),
    ("patchbay-2.css", "a {}"),
    ("patchbay-3.js", "import './patchbay-parts-4.js'"),
    ("patchbay-3_bg.wasm", "\0asm"),
    ("patchbay-3_bg.wasm.br", "compressed"),
    ("patchbay-parts-4.js", "fetch()"),
    ("patchbay-chunk_1-4.wasm", "\0asm"),
    ("patchbay-forms-4.wasm", "\0asm"),
];

/// A folder that is gone when the test is over.
pub struct Dist(TempDir);

impl Dist {
    /// With all the files.
    pub fn new() -> Self {
        let dist = Self(tempfile::tempdir().unwrap());
        FILES.iter().for_each(|(name, content)| dist.put(name, content));
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
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut read = |name: &str| {
        let mut content = Vec::new();
        archive.by_name(name).unwrap().read_to_end(&mut content).unwrap();
        content
    };
    names.iter().map(|name| (name.clone(), read(name))).collect()
}

/// The text of an entry.
pub fn text<'c>(contents: &'c BTreeMap<String, Vec<u8>>, name: &str) -> &'c str {
    std::str::from_utf8(&contents[name]).unwrap()
}
