//! One number for the content of many files: equal means that nothing has to be built again.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};

/// Of the files and folders named, relative to `root`. Content counts, times do not: a fresh checkout is no change.
pub fn of(root: &Path, inputs: &[&str]) -> Result<u64> {
    let mut files = Vec::new();
    for input in inputs {
        collect(&root.join(input), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.strip_prefix(root).unwrap_or(&file).hash(&mut hasher);
        fs::read(&file).map_err(Failure::with_file(&file))?.hash(&mut hasher);
    }
    Ok(hasher.finish())
}

/// Of contents that are at hand, by name.
pub fn of_contents(files: &BTreeMap<String, Vec<u8>>) -> u64 {
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    hasher.finish()
}

/// Every file at or under a path.
pub fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path).map_err(Failure::with_file(path))? {
        collect(&entry.map_err(Failure::with_file(path))?.path(), files)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_with_content_and_names_only() {
        let root = std::env::temp_dir().join(format!("patchbay-fingerprint-{}", std::process::id()));
        fs::create_dir_all(root.join("src/deep")).unwrap();
        fs::write(root.join("src/deep/a.rs"), "a").unwrap();
        fs::write(root.join("index.html"), "b").unwrap();
        let print = || of(&root, &["src", "index.html"]).unwrap();

        let first = print();
        fs::write(root.join("src/deep/a.rs"), "a").unwrap();
        assert_eq!(print(), first, "written again with the same content");
        fs::write(root.join("unrelated"), "c").unwrap();
        assert_eq!(print(), first, "a file that is no input");
        fs::rename(root.join("src/deep/a.rs"), root.join("src/deep/b.rs")).unwrap();
        assert_ne!(print(), first, "another name");
        fs::rename(root.join("src/deep/b.rs"), root.join("src/deep/a.rs")).unwrap();
        fs::write(root.join("index.html"), "B").unwrap();
        assert_ne!(print(), first, "other content");

        fs::remove_file(root.join("index.html")).unwrap();
        assert!(of(&root, &["index.html"]).is_err(), "an input that is missing");
        fs::remove_dir_all(&root).unwrap();
    }
}
