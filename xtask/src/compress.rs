//! Writes `.br` and `.gz` beside the files of dist/, so that servers send them without work.

use std::fs;
use std::io::Write;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::failure::{Failure, Result};
use crate::fingerprint;

/// The endings of what gains by it.
const TEXT: [&str; 7] = ["css", "html", "js", "json", "svg", "txt", "wasm"];
/// Edited where it is installed: a compressed copy would go on saying what it said before.
const EDITED_LATER: &str = "config.json";

/// Compresses every file that gets smaller by it.
pub fn compress_folder(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    fingerprint::collect(folder, &mut files)?;
    for file in files.iter().filter(|file| is_worth_it(file)) {
        let raw = fs::read(file).map_err(Failure::with_file(file))?;
        write_if_smaller(file, "br", &raw, &brotli(&raw)?)?;
        write_if_smaller(file, "gz", &raw, &gzip(&raw)?)?;
    }
    Ok(())
}

fn is_worth_it(file: &Path) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| TEXT.contains(&ending))
        && file.file_name().is_none_or(|name| name != EDITED_LATER)
}

fn write_if_smaller(file: &Path, ending: &str, raw: &[u8], compressed: &[u8]) -> Result<()> {
    if compressed.len() >= raw.len() {
        return Ok(());
    }
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{ending}"));
    fs::write(&name, compressed).map_err(Failure::with_file(Path::new(&name)))
}

/// At the highest quality, with a window that every browser has memory for.
fn brotli(raw: &[u8]) -> Result<Vec<u8>> {
    let parameters =
        BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: raw.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*raw, &mut compressed, &parameters).map_err(in_memory)?;
    Ok(compressed)
}

fn gzip(raw: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(raw).map_err(in_memory)?;
    encoder.finish().map_err(in_memory)
}

fn in_memory(error: std::io::Error) -> Failure {
    Failure::new(format!("The compressor failed: {error}."))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn both_come_back_as_they_were() {
        let raw = "Patchbay ".repeat(500).into_bytes();

        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli(&raw).unwrap(), &mut plain).unwrap();
        assert_eq!(plain, raw);

        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&*gzip(&raw).unwrap()).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, raw);
    }

    #[test]
    fn leaves_alone_what_gains_nothing_or_is_edited_later() {
        let cases = [
            ("app.wasm", true),
            ("index.html", true),
            ("icon.png", false),
            ("app.js.br", false),
            ("config.json", false),
            ("openapi.json", true),
        ];
        for (name, worth_it) in cases {
            assert_eq!(is_worth_it(Path::new(name)), worth_it, "{name}");
        }
    }
}
