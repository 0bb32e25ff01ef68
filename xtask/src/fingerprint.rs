//! One word for the content of many files: the same word means that nothing has to be built again.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::Result;

/// Of the files and folders named, relative to `root`. Content counts, times do not: a fresh checkout is no change.
pub fn of(root: &Path, inputs: &[&str]) -> Result<String> {
    let mut files = Vec::new();
    for input in inputs {
        collect(&root.join(input), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.strip_prefix(root).unwrap_or(&file).hash(&mut hasher);
        fs_err::read(&file)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Every file at or under a path.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs_err::read_dir(path)? {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_with_content_and_names_only() {
        let root = tempfile::tempdir().unwrap();
        let file = |name: &str| root.path().join(name);
        fs_err::create_dir_all(file("src/deep")).unwrap();
        fs_err::write(file("src/deep/a.rs"), "a").unwrap();
        let print = || of(root.path(), &["src"]).unwrap();

        let first = print();
        fs_err::write(file("src/deep/a.rs"), "a").unwrap();
        fs_err::write(file("unrelated"), "c").unwrap();
        assert_eq!(print(), first, "the same content, and a file that is no input");
        fs_err::rename(file("src/deep/a.rs"), file("src/deep/b.rs")).unwrap();
        let second = print();
        assert_ne!(second, first, "another name");
        fs_err::write(file("src/deep/b.rs"), "b").unwrap();
        assert_ne!(print(), second, "other content");
        assert!(of(root.path(), &["missing"]).is_err());
    }
}
