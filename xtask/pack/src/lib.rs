//! Makes `dist/` of what Trunk builds, and what is made from `dist/`: ready files for hosts and the plugin for Jira.

pub mod compress;
pub mod hosting;
pub mod index;
pub mod jar;
pub mod join;
pub mod minify;
pub mod order;
pub mod paths;
pub mod shorten;
pub mod size;
pub mod split;
pub mod styles;
pub mod together;

use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use anyhow::Result;

/// Every file in a folder and its subfolders, sorted. Compressed copies are left out unless asked for.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs_err::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if !has_ending(&path, "br") && !has_ending(&path, "gz") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The name of a file relative to its folder, with `/` between the parts.
fn name_in(folder: &Path, file: &Path) -> String {
    file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

fn has_ending(file: &Path, ending: &str) -> bool {
    file.extension().is_some_and(|there| there == ending)
}

/// 16 digits that change with the content.
fn hash(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}
