//! A zip file that depends on nothing but what is in it: no times, no order of a folder, no rights of a file.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::failure::{Failure, Result};

/// Name with folders, and content. Sorted, which also puts META-INF/ first, where readers of jars look for it.
pub type Entries = BTreeMap<String, Vec<u8>>;

/// The bytes of the archive.
pub fn write(entries: &Entries) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
        .system(System::Unix);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        archive.start_file(name.as_str(), options).map_err(|error| failure(name, &error))?;
        archive.write_all(content).map_err(|error| failure(name, &error.into()))?;
    }
    let bytes = archive.finish().map_err(|error| failure("the archive", &error))?;
    Ok(bytes.into_inner())
}

fn failure(what: &str, error: &ZipError) -> Failure {
    Failure::new(format!("{what} could not be packed: {error}."))
}
