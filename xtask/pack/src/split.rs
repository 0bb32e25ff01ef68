//! Splits the app: the main part for the first visit, the parts that are fetched later, and the chunks that several of
//! them share. The functions marked `wasm_split` in `src/shell/parts.rs` say what goes where; any number of them will do.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use regex::bytes::Regex;
use wasm_split_cli_support::{Options, transform};

use crate::index;
use crate::minify::{minify, optimize};
use crate::order::order_file;

/// Variable with the folder where the parts wait until Trunk is done.
pub const PARTS: &str = "PATCHBAY_SPLIT_PARTS";
/// Variable with the folder of the programs from npm.
pub const NPM: &str = "PATCHBAY_NPM";

/// The file of the main part, which wasm-bindgen and Trunk finish.
const MAIN: &str = "main.wasm";
/// Stands for the app's module in the loader until Trunk has named it.
const APP_MODULE: &str = "./the-app.js";
/// A symbol whose name ends with a hash of the folder that Cargo unpacked a crate into: 16 digits, another one on each
/// machine.
const MARKER: &str = "(?-u)_WASM_SPLIT_MARKER_[0-9a-f]{16}";
/// How the splitter's loader fetches a part, and how ours does.
const FETCH: &str = "fetch(new URL(";
const FETCH_PART: &str = "fetchPart(new URL(";
/// How the splitter's loader starts a part, and how ours does: a server may send a wasm file under another media type
/// (some versions of Jira do), which `instantiateStreaming` refuses.
const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";
const TOLERANT: &str = "src.then((bytes) => WebAssembly.instantiate(bytes, imports))";
/// Waits for a part as long as the app waits for a server. One that is fetched once more did not come, or cut, or was
/// something else: then no cache is believed.
const LOADER: &str = "
const fetched = new Set();
async function fetchPart({ href }) {
    const cache = fetched.has(href) ? 'reload' : 'default';
    fetched.add(href);
    const answer = await fetch(href, { cache, signal: AbortSignal.timeout(60_000) });
    if (!answer.ok) throw new Error(`HTTP status ${answer.status}`);
    return answer.arrayBuffer();
}
";

/// Leaves the parts and the loader that fetches them in the folder. Returns the main part.
pub fn split(app: &Path, folder: &Path) -> Result<PathBuf> {
    let mut wasm = fs_err::read(app)?;
    hide_markers(&mut wasm)?;
    if folder.exists() {
        fs_err::remove_dir_all(folder)?;
    }
    // All parts change their names together, as Trunk's own files do.
    let hash = crate::hash(&wasm);
    let main = folder.join(MAIN);
    let loader = format!("./patchbay-parts-{hash}.js");
    let mut options = Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = &loader;
    options.main_module = APP_MODULE;
    let parts = transform(options).map_err(|error| anyhow!("The app could not be split: {error:#}."))?;
    let loader = folder.join(&loader);
    let text = fs_err::read_to_string(&loader)?;
    fs_err::write(&loader, name_parts(text, &parts.split_modules, &hash)?)?;
    Ok(main)
}

/// Gives the parts names with a hash, in the folder and in the loader. Removes parts that the loader does not fetch.
fn name_parts(mut loader: String, parts: &[PathBuf], hash: &str) -> Result<String> {
    for part in parts {
        let stem = part.file_stem().unwrap_or_default().to_string_lossy();
        let link = format!("\"./{stem}.wasm\"");
        if !loader.contains(&link) {
            fs_err::remove_file(part)?;
            continue;
        }
        let name = format!("patchbay-{}-{hash}.wasm", stem.strip_prefix("split_").unwrap_or(&stem));
        fs_err::rename(part, part.with_file_name(&name))?;
        loader = loader.replace(&link, &format!("\"./{name}\""));
    }
    Ok(replace(&replace(&loader, STREAMING, TOLERANT)?, FETCH, FETCH_PART)? + LOADER)
}

/// Puts the parts and their loader into dist/, each made smaller by the programs from npm.
pub fn publish(folder: &Path, dist: &Path, npm: &Path) -> Result<()> {
    for file in crate::files(folder)? {
        let name = crate::name_in(folder, &file);
        if crate::has_ending(&file, "js") {
            let page = index::read(dist)?;
            let target = dist.join(name);
            let glue = index::named(&page, index::GLUE)?;
            fs_err::write(&target, replace(&fs_err::read_to_string(&file)?, APP_MODULE, glue)?)?;
            minify(&npm.join("esbuild"), &target)?;
        } else if name != MAIN {
            let target = dist.join(name);
            optimize(npm, &[], &file, &target)?;
            order_file(&target)?;
        }
    }
    Ok(())
}

/// The loader of the parts, until it is joined with the app's JavaScript.
pub fn loader(dist: &Path) -> Result<PathBuf> {
    let is_loader = |name: &str| name.starts_with("patchbay-parts-") && name.ends_with(".js");
    let loader = crate::files(dist)?.into_iter().find(|file| is_loader(&crate::name_in(dist, file)));
    loader.context("dist/ has no loader of the parts.")
}

/// Fails when there is nothing to replace: then the splitter has changed.
fn replace(text: &str, from: &str, to: &str) -> Result<String> {
    ensure!(
        text.contains(from),
        "The loader that the splitter writes no longer contains `{from}`. Adapt xtask/pack/src/split.rs to it."
    );
    Ok(text.replace(from, to))
}

/// Puts zeros in place of each marker's digits, so that every machine builds the same app.
fn hide_markers(wasm: &mut [u8]) -> Result<()> {
    let markers = Regex::new(MARKER)?;
    let ends: Vec<usize> = markers.find_iter(wasm).map(|marker| marker.end()).collect();
    for end in ends {
        wasm.iter_mut().take(end).rev().take(16).for_each(|digit| *digit = b'0');
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_any_number_of_parts_and_chunks() {
        let folder = tempfile::tempdir().unwrap();
        let parts = ["split_forms", "split_gitlab", "chunk_1", "chunk_10", "split_empty"]
            .map(|name| folder.path().join(format!("{name}.wasm")));
        for part in &parts {
            fs_err::write(part, "").unwrap();
        }
        let fetch = |name: &str| format!("{FETCH}\"./{name}.wasm\"); {STREAMING};\n");
        let loader = ["split_forms", "split_gitlab", "chunk_1", "chunk_10"].map(fetch).concat();

        let named = name_parts(loader, &parts, "0123456789abcdef").unwrap();

        let names = ["forms", "gitlab", "chunk_1", "chunk_10"]
            .map(|name| format!("patchbay-{name}-0123456789abcdef"));
        let fetches = names.clone().map(|name| fetch(&name)).concat();
        assert_eq!(named, fetches.replace(STREAMING, TOLERANT).replace(FETCH, FETCH_PART) + LOADER);
        let there = |name: &String| folder.path().join(format!("{name}.wasm")).exists();
        assert!(names.iter().all(there));
        assert_eq!(fs_err::read_dir(folder.path()).unwrap().count(), names.len());
    }

    #[test]
    fn says_when_the_splitter_writes_something_else() {
        let failure = replace("other", STREAMING, TOLERANT).unwrap_err();
        assert!(failure.to_string().starts_with("The loader that the splitter writes no longer contains"));
    }

    #[test]
    fn builds_the_same_wherever_cargo_unpacks_crates() {
        let mut wasm = *b"\xff_WASM_SPLIT_MARKER_0a1b2c3d4e5f6789a_WASM_SPLIT_MARKER_f";
        hide_markers(&mut wasm).unwrap();
        assert_eq!(&wasm, b"\xff_WASM_SPLIT_MARKER_0000000000000000a_WASM_SPLIT_MARKER_f");
    }
}
