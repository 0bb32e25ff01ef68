//! No WebAssembly file names a folder of the machine that built it.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use regex::bytes::Regex;

/// Fails when a file names the home folder, Cargo's folder or the folder of this checkout.
pub fn check(root: &Path, dist: &Path) -> Result<()> {
    let home = env::home_dir().filter(|home| home.parent().is_some());
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    let folders: Vec<PathBuf> = home.into_iter().chain(cargo).chain([root.to_owned()]).collect();
    for file in crate::files(dist)?.iter().filter(|file| crate::has_ending(file, "wasm")) {
        let content = fs_err::read(file)?;
        for folder in &folders {
            if let Some(path) = path_below(&content, &folder.to_string_lossy()) {
                bail!(
                    "{} names `{path}`, a folder of this machine. xtask/src/dist.rs must hide it from the compiler.",
                    file.display()
                );
            }
        }
    }
    Ok(())
}

/// The first path in the bytes that lies below the folder.
fn path_below(content: &[u8], folder: &str) -> Option<String> {
    let path = Regex::new(&format!("(?-u){}/[!-~]{{0,100}}", regex::escape(folder))).ok()?;
    path.find(content).map(|path| String::from_utf8_lossy(path.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_path_below_a_folder() {
        let content = b"\0asm\xff/home/ada/.cargo/http-1.5.0/src/method.rs\0more";
        let path = path_below(content, "/home/ada");
        assert_eq!(path.as_deref(), Some("/home/ada/.cargo/http-1.5.0/src/method.rs"));
        assert_eq!(path_below(content, "/home/ad"), None);
    }
}
