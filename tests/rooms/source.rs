//! Which file takes what from which, read from the `use` lines and the paths in the code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The sources of one crate.
pub struct Sources {
    /// The text of each file without comments, under its path below the folder, with `/`.
    pub files: BTreeMap<String, String>,
}

impl Sources {
    /// Reads every Rust file below a folder of this repository. What only tests compile is left out.
    pub fn read(folder: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
        let mut files = BTreeMap::new();
        collect(&root, &root, &mut files);
        assert!(!files.is_empty(), "no sources in {folder}");
        Self { files }
    }

    /// The paths from the crate's root that a file names: `api::Error` of `use crate::api::{Error, http}`.
    pub fn paths(&self, file: &str) -> BTreeSet<Vec<String>> {
        let module = module_of(file);
        let mut paths = BTreeSet::new();
        for (text, from_use) in statements(&self.files[file]) {
            for path in expand(&text) {
                if let Some(path) = absolute(&path, &module, from_use) {
                    paths.insert(path);
                }
            }
        }
        paths
    }

    /// The file that defines what a path names, followed through `pub use`.
    pub fn resolve(&self, path: &[String]) -> Option<String> {
        self.resolve_within(path, 8)
    }

    fn resolve_within(&self, path: &[String], depth: u32) -> Option<String> {
        let (file, rest) = (0..=path.len()).rev().find_map(|length| {
            let (module, rest) = path.split_at(length);
            Some((self.file_of(module)?, rest))
        })?;
        let Some(name) = rest.first().filter(|_| depth > 0) else { return Some(file) };
        let module = module_of(&file);
        for (text, from_use) in statements(&self.files[&file]) {
            if !text.starts_with("pub ") {
                continue;
            }
            let text = text.trim_start_matches("pub ");
            for exported in expand(text) {
                if exported.last() == Some(name)
                    && let Some(target) = absolute(&exported, &module, from_use)
                    && target != path
                {
                    return self.resolve_within(&target, depth - 1);
                }
            }
        }
        Some(file)
    }

    /// The file of a module.
    fn file_of(&self, module: &[String]) -> Option<String> {
        let path = module.join("/");
        let names = match module {
            [] => vec!["main.rs".to_owned(), "lib.rs".to_owned()],
            _ => vec![format!("{path}.rs"), format!("{path}/mod.rs")],
        };
        names.into_iter().find(|name| self.files.contains_key(name))
    }

    /// Which file takes something from which. What stands between a folder's `mod.rs` and its own files is left out:
    /// the folder is one thing.
    pub fn arrows(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for file in self.files.keys() {
            let targets = self.paths(file).into_iter().filter_map(|path| self.resolve(&path));
            let targets = targets.filter(|target| target != file && !are_one_folder(file, target));
            arrows.insert(file.clone(), targets.collect());
        }
        arrows
    }

    /// The circles among the files: each a set of files that all lead to one another.
    pub fn circles(&self) -> Vec<Vec<String>> {
        let arrows = self.arrows();
        let reached: BTreeMap<&String, BTreeSet<String>> =
            arrows.keys().map(|file| (file, reach(file, &arrows))).collect();
        let mut circles: Vec<Vec<String>> = Vec::new();
        for file in arrows.keys() {
            let circle: Vec<String> = reached[file]
                .iter()
                .filter(|other| reached.get(other).is_some_and(|back| back.contains(file)))
                .cloned()
                .collect();
            if circle.len() > 1 && circle.first() == Some(file) {
                circles.push(circle);
            }
        }
        circles
    }
}

fn reach(from: &str, arrows: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut todo = vec![from.to_owned()];
    while let Some(file) = todo.pop() {
        for next in arrows.get(&file).into_iter().flatten() {
            if found.insert(next.clone()) {
                todo.push(next.clone());
            }
        }
    }
    found
}

/// Whether one is the `mod.rs` (or the root) of the folder in which the other is, directly or as a folder.
fn are_one_folder(one: &str, other: &str) -> bool {
    let owns = |parent: &str, child: &str| {
        let folder = match parent {
            "main.rs" | "lib.rs" => "",
            _ => match parent.strip_suffix("mod.rs") {
                Some(folder) => folder,
                // `shapes.rs` beside a folder `shapes/`.
                None => return child.starts_with(&format!("{}/", parent.trim_end_matches(".rs"))),
            },
        };
        let Some(rest) = child.strip_prefix(folder) else { return false };
        !rest.contains('/') || rest.strip_suffix("/mod.rs").is_some_and(|name| !name.contains('/'))
    };
    owns(one, other) || owns(other, one)
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            files.insert(name, code_of(&text));
        }
    }
}

/// The code without line comments, and without the module of its tests.
fn code_of(text: &str) -> String {
    let product = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines = product.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

/// `a/b.rs` and `a/b/mod.rs` are the module `a::b`.
fn module_of(file: &str) -> Vec<String> {
    let path = file.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    let path = if matches!(path, "main" | "lib") { "" } else { path };
    path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The texts behind `use` (with `pub ` before those that are exported), and the paths that begin with `crate::` or
/// `super::` elsewhere; and which of both it is.
fn statements(code: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    let mut rest = code;
    let mut elsewhere = String::new();
    while let Some(at) = rest.find("use ") {
        let (before, after) = rest.split_at(at);
        let line = before.rsplit('\n').next().unwrap_or_default();
        let end = after.find(';');
        let is_statement = matches!(line.trim(), "" | "pub" | "pub(super)" | "pub(crate)");
        let (true, Some(end)) = (is_statement, end) else {
            elsewhere.push_str(before);
            elsewhere.push_str("use ");
            rest = &after[4..];
            continue;
        };
        elsewhere.push_str(before);
        let text: String = after[4..end].split_whitespace().collect::<Vec<_>>().join(" ");
        let exported = if line.trim().starts_with("pub") { "pub " } else { "" };
        found.push((format!("{exported}{text}"), true));
        rest = &after[end..];
    }
    elsewhere.push_str(rest);
    for root in ["crate::", "super::"] {
        for (at, _) in elsewhere.match_indices(root) {
            let path: String = elsewhere[at..]
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | ':'))
                .collect();
            found.push((path.trim_end_matches(':').to_owned(), false));
        }
    }
    found
}

/// `a::{b, c::{d, e as f}}` is `a::b`, `a::c::d` and `a::c::e`.
fn expand(text: &str) -> Vec<Vec<String>> {
    fn within(text: &str, prefix: &[String], found: &mut Vec<Vec<String>>) {
        let text = text.trim();
        let Some(open) = text.find('{') else {
            let path = text.split(" as ").next().unwrap_or_default();
            let names = path.split("::").map(str::trim).filter(|name| !name.is_empty());
            let mut whole: Vec<String> = prefix.to_vec();
            whole.extend(names.map(str::to_owned));
            if whole.last().is_some_and(|name| name == "self" || name == "*") && whole.len() > 1 {
                whole.pop();
            }
            found.push(whole);
            return;
        };
        let mut inner = prefix.to_vec();
        inner.extend(
            text[..open].split("::").map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned),
        );
        let close = text.rfind('}').unwrap_or(text.len());
        let (mut depth, mut from) = (0, 0);
        let body = &text[open + 1..close];
        for (at, c) in body.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    within(&body[from..at], &inner, found);
                    from = at + 1;
                }
                _ => {}
            }
        }
        if !body[from..].trim().is_empty() {
            within(&body[from..], &inner, found);
        }
    }
    let mut found = Vec::new();
    within(text.trim_start_matches("pub "), &[], &mut found);
    found
}

/// The path from the crate's root; `None` for what another crate has.
fn absolute(path: &[String], module: &[String], from_use: bool) -> Option<Vec<String>> {
    let supers = path.iter().take_while(|name| *name == "super").count();
    let rest = &path[supers..];
    match path.first()?.as_str() {
        "crate" => Some(path[1..].to_vec()),
        "super" => {
            let base = module.len().checked_sub(supers)?;
            Some(module[..base].iter().chain(rest).cloned().collect())
        }
        "self" => Some(module.iter().chain(&path[1..]).cloned().collect()),
        // A child module, or another crate.
        _ if from_use => Some(module.iter().chain(path).cloned().collect()),
        _ => None,
    }
}
