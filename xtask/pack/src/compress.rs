//! Writes `.br` and `.gz` beside the files of dist/, so that servers send them without work.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// The endings of files that get smaller.
const TEXT: [&str; 7] = ["css", "html", "js", "json", "svg", "txt", "wasm"];
/// Edited where it is installed: a compressed copy would go on saying what it said before.
const EDITED_LATER: &str = "config.json";

/// Compresses every file that gets smaller by it.
pub fn compress_folder(folder: &Path) -> Result<()> {
    for file in crate::files(folder)?.iter().filter(|file| is_worth_it(file)) {
        let raw = fs_err::read(file)?;
        for (ending, compressed) in [("br", brotli(&raw)?), ("gz", gzip(&raw)?)] {
            if compressed.len() < raw.len() {
                fs_err::write(file.with_added_extension(ending), compressed)?;
            }
        }
    }
    Ok(())
}

fn is_worth_it(file: &Path) -> bool {
    TEXT.iter().any(|ending| crate::has_ending(file, ending))
        && file.file_name().is_none_or(|name| name != EDITED_LATER)
}

/// At the highest quality, with a window that every browser has memory for, in one block where that is possible.
fn brotli(raw: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        lgblock: 20,
        size_hint: raw.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*raw, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(raw: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(raw)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn compresses_what_gets_smaller_and_is_not_edited_later() {
        let dist = tempfile::tempdir().unwrap();
        let raw = "Patchbay ".repeat(500);
        for name in ["app.wasm", "icon.png", "config.json"] {
            fs_err::write(dist.path().join(name), &raw).unwrap();
        }
        fs_err::write(dist.path().join("short.js"), "1").unwrap();

        compress_folder(dist.path()).unwrap();

        let read = |name: &str| fs_err::read(dist.path().join(name)).unwrap();
        let (mut plain, mut unzipped) = (Vec::new(), String::new());
        brotli::BrotliDecompress(&mut read("app.wasm.br").as_slice(), &mut plain).unwrap();
        assert_eq!(plain, raw.as_bytes());
        flate2::read::GzDecoder::new(read("app.wasm.gz").as_slice()).read_to_string(&mut unzipped).unwrap();
        assert_eq!(unzipped, raw);
        assert_eq!(fs_err::read_dir(dist.path()).unwrap().count(), 6);
    }
}
