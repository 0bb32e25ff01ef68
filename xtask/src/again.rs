//! Two builds are the same to the byte: builds a copy of the sources in another folder, and compares every file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::app::{self, WasmOpt};
use crate::failure::{Failure, Result};
use crate::setup::rust;
use crate::steps::Steps;
use crate::workspace::Workspace;
use crate::{fingerprint, hosting, jar, process};

const TITLE: &str = "A second build elsewhere: the same to the byte";
/// What is no source, wherever it lies.
const LEFT_OUT: [&str; 5] = [".git", "target", "dist", "dist-hosting", "node_modules"];
/// What the comparison depends on beside what the app is built from, relative to the workspace.
const INPUTS: [&str; 3] = ["jira", "xtask/src/again.rs", "xtask/src/jar"];

/// The plugin for Jira, and the compiler of its class.
pub struct Plugin<'p> {
    /// The plugin of the first build.
    pub file: &'p Path,
    /// The Java compiler.
    pub javac: &'p Path,
}

/// Fails with the names of the files that differ. What was found to be the same before is not built again.
pub fn prove(workspace: &Workspace, steps: &mut Steps, dist: &Path, plugin: Option<&Plugin>) -> Result<()> {
    let outputs = workspace.target.join("again");
    let stamp = outputs.join("proven.stamp");
    let first = built(dist, plugin.map(|plugin| plugin.file))?;
    let built_from = format!(
        "{}, {:016x}, {:016x}",
        app::inputs(workspace)?,
        fingerprint::of(&workspace.root, &INPUTS)?,
        fingerprint::of_contents(&first)
    );
    if fs::read_to_string(&stamp).is_ok_and(|there| there == built_from) {
        steps.present(TITLE);
        return Ok(());
    }
    steps.run(TITLE, || {
        let sources = Sources::copy(&workspace.root)?;
        let copy = workspace.moved(sources.0.clone(), outputs);
        // Cargo takes the copy's crates for the workspace's own, so none of either may be left for the other.
        forget_the_app(workspace)?;
        let second = build(&copy, plugin);
        forget_the_app(workspace)?;
        compare(&first, &second?)?;
        fs::write(&stamp, built_from).map_err(Failure::with_file(&stamp))
    })
}

fn build(copy: &Workspace, plugin: Option<&Plugin>) -> Result<Files> {
    // Its steps belong to this one.
    let mut steps = Steps::default();
    let dist = app::build(copy, &mut steps, WasmOpt::Required)?;
    hosting::configure(copy, &dist, None)?;
    let jar = plugin.map(|plugin| jar::build(copy, &mut steps, plugin.javac, &dist)).transpose()?;
    built(&dist, jar.as_deref())
}

fn forget_the_app(workspace: &Workspace) -> Result<()> {
    let mut clean = process::cargo();
    clean.args(["clean", "--quiet", "--release", "--package", "patchbay", "--package", "patchbay-model"]);
    clean.args(["--target", rust::APP_TARGET]).current_dir(&workspace.root);
    process::run(clean.env("CARGO_TARGET_DIR", &workspace.target))
}

/// What a build left, by name.
type Files = BTreeMap<String, Vec<u8>>;

fn built(dist: &Path, jar: Option<&Path>) -> Result<Files> {
    let mut paths = Vec::new();
    fingerprint::collect(dist, &mut paths)?;
    let name = |path: &Path| path.strip_prefix(dist).unwrap_or(path).to_string_lossy().into_owned();
    let mut files = Files::new();
    for path in &paths {
        files.insert(format!("dist/{}", name(path)), fs::read(path).map_err(Failure::with_file(path))?);
    }
    if let Some(jar) = jar {
        let name = jar.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.insert(name, fs::read(jar).map_err(Failure::with_file(jar))?);
    }
    Ok(files)
}

fn compare(first: &Files, second: &Files) -> Result<()> {
    let differs = |name: &&String| first.get(*name) != second.get(*name);
    let mut names: Vec<&str> =
        first.keys().chain(second.keys()).filter(differs).map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "Two builds of the same sources differ in {}. Something of the machine, the folder or the time gets into them.",
        names.join(", ")
    )))
}

/// A copy of the sources, outside of the checkout, whose .cargo/config.toml would count for it as well. It is gone when
/// this is dropped.
struct Sources(PathBuf);

impl Sources {
    fn copy(root: &Path) -> Result<Self> {
        let copy = Self(std::env::temp_dir().join(format!("patchbay-again-{}", std::process::id())));
        copy_folder(root, &copy.0)?;
        Ok(copy)
    }
}

impl Drop for Sources {
    fn drop(&mut self) {
        // What cannot be removed, the system removes some day.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).map_err(Failure::with_file(to))?;
    for entry in fs::read_dir(from).map_err(Failure::with_file(from))? {
        let path = entry.map_err(Failure::with_file(from))?.path();
        let name = path.file_name().unwrap_or_default();
        if path.is_dir() && !LEFT_OUT.iter().any(|left_out| name == *left_out) {
            copy_folder(&path, &to.join(name))?;
        } else if path.is_file() {
            fs::copy(&path, to.join(name)).map_err(Failure::with_file(&path))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_differs_and_what_only_one_build_has() {
        let files = |all: &[(&str, &str)]| {
            all.iter()
                .map(|(name, content)| (name.to_string(), content.as_bytes().to_vec()))
                .collect::<Files>()
        };
        let first = files(&[("dist/a.js", "a"), ("dist/b.js", "b"), ("dist/index.html", "c")]);
        let second = files(&[("dist/a.js", "a"), ("dist/d.js", "b"), ("dist/index.html", "C")]);
        assert_eq!(compare(&first, &first), Ok(()));
        assert_eq!(
            compare(&first, &second).unwrap_err().to_string(),
            "Two builds of the same sources differ in dist/b.js, dist/d.js, dist/index.html. \
             Something of the machine, the folder or the time gets into them."
        );
    }

    #[test]
    fn copies_sources_alone() {
        let folder = std::env::temp_dir().join(format!("patchbay-sources-{}", std::process::id()));
        for file in
            ["Cargo.toml", "src/main.rs", "target/debug/x", "tests/node_modules/a.js", "dist/index.html"]
        {
            let file = folder.join("root").join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "content").unwrap();
        }
        copy_folder(&folder.join("root"), &folder.join("copy")).unwrap();
        let mut copied = Vec::new();
        fingerprint::collect(&folder.join("copy"), &mut copied).unwrap();
        copied.sort();
        assert_eq!(copied, [folder.join("copy/Cargo.toml"), folder.join("copy/src/main.rs")]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
