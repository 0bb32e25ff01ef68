//! Keeps the folders of whoever builds out of the app: else every machine's build were another one, and each name of a
//! folder were loaded by everybody.

pub mod compiler;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::disguise;
use crate::failure::{Failure, Result};
use crate::fingerprint;
use crate::workspace::Workspace;

/// Cargo puts these flags behind those of .cargo/config.toml, where RUSTFLAGS would take their place.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
const WRAPPER: &str = "RUSTC_WRAPPER";

/// Has the compiler name the sources of crates from the crate on: `http-1.5.0/src/method.rs`. The crates must have been
/// fetched. `programs` is a folder for the program that stands between Cargo and the compiler.
pub fn tell(build: &mut Command, programs: &Path) -> Result<()> {
    let mut flags = env::var(FLAGS).unwrap_or_default();
    for folder in registries(&cargo_home()?)? {
        let name = folder.to_string_lossy();
        // Cargo takes what is between blanks for one flag; then `check` has the last word.
        if !name.contains(char::is_whitespace) {
            flags.push_str(&format!(" --remap-path-prefix={name}="));
        }
    }
    build.env(FLAGS, flags.trim_start());
    if let Some(next) = env::var_os(WRAPPER).filter(|next| !next.is_empty()) {
        build.env(compiler::NEXT, next);
    }
    build.env(WRAPPER, disguise::put(programs, compiler::NAME)?);
    Ok(())
}

/// Fails when a WebAssembly file of dist/ names the folder of the person, of Cargo, or of this checkout.
pub fn check(workspace: &Workspace, dist: &Path) -> Result<()> {
    let home = env::home_dir().filter(|home| home.parent().is_some());
    let folders: Vec<PathBuf> =
        [Some(cargo_home()?), home, Some(workspace.root.clone())].into_iter().flatten().collect();
    let mut files = Vec::new();
    fingerprint::collect(dist, &mut files)?;
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "wasm")) {
        let content = fs::read(file).map_err(Failure::with_file(file))?;
        for folder in &folders {
            if let Some(path) = path_below(&content, &folder.to_string_lossy()) {
                return Err(Failure::new(format!(
                    "{} names `{path}`, so another machine’s build would be another one. \
                     xtask/src/nameless/ must have the compiler leave that folder out.",
                    file.display()
                )));
            }
        }
    }
    Ok(())
}

/// The first path in the bytes that lies below the folder.
fn path_below(content: &[u8], folder: &str) -> Option<String> {
    let folder = format!("{folder}/");
    let at = content.windows(folder.len()).position(|window| window == folder.as_bytes())?;
    let path = content.get(at..)?.iter().take(120).take_while(|byte| byte.is_ascii_graphic());
    Some(path.map(|byte| char::from(*byte)).collect())
}

/// Where Cargo keeps what it fetches.
fn cargo_home() -> Result<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| env::home_dir().map(|home| home.join(".cargo"))).ok_or_else(|| {
        Failure::new("Neither HOME nor CARGO_HOME is set, so it is unknown where Cargo keeps its crates. Set one of them.")
    })
}

/// The folders that hold unpacked crates, one for each registry.
fn registries(cargo_home: &Path) -> Result<Vec<PathBuf>> {
    let sources = cargo_home.join("registry/src");
    let entries = fs::read_dir(&sources).map_err(Failure::with_file(&sources))?;
    let mut folders = entries
        .map(|entry| entry.map(|entry| entry.path()).map_err(Failure::with_file(&sources)))
        .collect::<Result<Vec<_>>>()?;
    // The order of a folder is not always the same, and another order would be another build for Cargo.
    folders.sort();
    Ok(folders)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_path_below_a_folder() {
        let content = b"\0asm\x01/home/ada/.cargo/registry/src/x/http-1.5.0/src/method.rs\0more";
        assert_eq!(
            path_below(content, "/home/ada").as_deref(),
            Some("/home/ada/.cargo/registry/src/x/http-1.5.0/src/method.rs")
        );
        assert_eq!(path_below(content, "/home/ad"), None);
        assert_eq!(path_below(b"http-1.5.0/src/method.rs", "/home/ada"), None);
    }
}
