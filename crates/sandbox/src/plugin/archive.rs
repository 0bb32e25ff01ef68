//! The files of a jar, in memory.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use axum::body::Bytes;
use zip::ZipArchive;

pub(crate) struct Archive(BTreeMap<String, Bytes>);

impl Archive {
    /// An error is a sentence.
    pub(crate) fn open(file: &Path) -> Result<Self, String> {
        let opened = File::open(file).map_err(|error| format!("It cannot be opened: {error}."))?;
        let mut zip = ZipArchive::new(opened).map_err(|error| format!("It is not a zip file: {error}."))?;
        let mut files = BTreeMap::new();
        for at in 0..zip.len() {
            let mut entry = zip.by_index(at).map_err(|error| format!("It cannot be read: {error}."))?;
            let name =
                entry.name().map_err(|error| format!("A name in it cannot be read: {error}."))?.into_owned();
            let mut content = Vec::new();
            entry
                .read_to_end(&mut content)
                .map_err(|error| format!("{name} in it cannot be read: {error}."))?;
            files.insert(name, Bytes::from(content));
        }
        Ok(Self(files))
    }

    pub(crate) fn bytes(&self, name: &str) -> Option<&Bytes> {
        self.0.get(name)
    }

    pub(crate) fn text(&self, name: &str) -> Result<&str, String> {
        let bytes = self.bytes(name).ok_or_else(|| format!("There is no {name} in it."))?;
        std::str::from_utf8(bytes).map_err(|_| format!("{name} in it is not UTF-8."))
    }
}
