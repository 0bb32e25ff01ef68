//! What Trunk takes for wasm-bindgen: cuts the app in parts, then has the real one finish the main part.

use std::ffi::OsString;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use wasm_split_cli_support::{Options, transform};
use wasmparser::{Parser, Payload};

use super::{APP_MODULE, LOADER, MAIN_PART};
use crate::failure::{Failure, Result};
use crate::minify::minify;
use crate::process;

/// The name under which this program is the stand-in.
pub const NAME: &str = "wasm-bindgen";
/// Variable with the path of the real one.
pub const REAL: &str = "PATCHBAY_WASM_BINDGEN";
/// Variable with the path of esbuild, if there is one.
pub const ESBUILD: &str = "PATCHBAY_ESBUILD";
/// Variable with the folder for the parts.
pub const PARTS: &str = "PATCHBAY_SPLIT_PARTS";

/// Does what Trunk asks of wasm-bindgen.
pub fn run() -> ExitCode {
    match stand_in(env::args_os().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn stand_in(mut arguments: Vec<OsString>) -> Result<()> {
    let set = |name: &str| {
        env::var_os(name).ok_or_else(|| {
            Failure::new(format!("{name} is not set. Build with `cargo xtask`, which sets it."))
        })
    };
    // Else Trunk asks for the version only.
    if let Some(app) = arguments.iter_mut().find(|argument| Path::new(argument).is_file()) {
        *app = split(Path::new(app), Path::new(&set(PARTS)?))?.into();
        // By their names the parts find what the main one exports.
        arguments.extend(["--keep-lld-exports", "--no-demangle"].map(OsString::from));
    }
    process::run(process::program(set(REAL)?).args(&arguments))?;
    // Before Trunk names the module by its content.
    let folder = arguments.iter().find_map(|argument| argument.to_str()?.strip_prefix("--out-dir="));
    if let (Some(esbuild), Some(folder)) = (env::var_os(ESBUILD), folder.map(Path::new)) {
        for entry in fs::read_dir(folder).map_err(Failure::with_file(folder))? {
            let file = entry.map_err(Failure::with_file(folder))?.path();
            if file.extension().is_some_and(|ending| ending == "js") {
                minify(Path::new(&esbuild), &file)?;
            }
        }
    }
    Ok(())
}

/// Leaves the parts and their loader in the folder. Returns the main part.
fn split(app: &Path, folder: &Path) -> Result<PathBuf> {
    let wasm = fs::read(app).map_err(Failure::with_file(app))?;
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Failure::with_file(folder))?;
    }
    let main = folder.join(MAIN_PART);
    let loader = format!("./{LOADER}{:016x}.js", hash(&wasm)?);
    let mut options = Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = &loader;
    options.main_module = APP_MODULE;
    transform(options).map_err(|error| Failure::new(format!("The app could not be split: {error:#}.")))?;
    Ok(main)
}

/// What the linker notes for the splitter and for debuggers. The names in it depend on the folder that Cargo keeps its
/// crates in, and nothing of it is in what browsers load.
fn is_note(name: &str) -> bool {
    name.starts_with("reloc.") || matches!(name, "linking" | "name")
}

/// What the splitter finds the app by. The rest of the name is made from the folder of its crate, and it exports nothing
/// that is in a part.
const MARKER: &str = "_WASM_SPLIT_MARKER_";

/// Of what all parts are cut from: so they all change their names together, as Trunk's own files do.
fn hash(wasm: &[u8]) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    let unreadable = |error| Failure::new(format!("The app could not be read: {error}."));
    let at = |offset: u64| usize::try_from(offset).unwrap_or(usize::MAX);
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(unreadable)?;
        if let Payload::ExportSection(exports) = payload {
            for export in exports {
                let export = export.map_err(unreadable)?;
                if !export.name.starts_with(MARKER) {
                    (export.name, export.kind as u8, export.index).hash(&mut hasher);
                }
            }
        } else if matches!(&payload, Payload::CustomSection(section) if is_note(section.name())) {
            continue;
        } else if let Some((kind, range)) = payload.as_section() {
            hasher.write_u8(kind);
            hasher.write(wasm.get(at(range.start)..at(range.end)).unwrap_or_default());
        }
    }
    Ok(hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with a memory, and a section of this name and content.
    fn module(name: &str, content: &str) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0\x05\x03\x01\0\x01\0".to_vec();
        wasm.extend([
            u8::try_from(1 + name.len() + content.len()).unwrap(),
            u8::try_from(name.len()).unwrap(),
        ]);
        wasm.extend(name.bytes().chain(content.bytes()));
        wasm
    }

    #[test]
    fn the_names_of_the_parts_depend_on_what_is_loaded_alone() {
        let bare = hash(b"\0asm\x01\0\0\0\x05\x03\x01\0\x01").unwrap();
        for (name, content, same) in [
            ("name", "symbols of one machine", true),
            ("reloc.CODE", "where", true),
            ("linking", "what", true),
            ("__wasm_bindgen_unstable", "a function", false),
        ] {
            assert_eq!(hash(&module(name, content)).unwrap() == bare, same, "{name}");
        }
        assert_ne!(hash(b"\0asm\x01\0\0\0\x05\x03\x01\0\x02").unwrap(), bare);
        let exporting = |name: &[u8; 19]| {
            let export = [&[7, 23, 1, 19], name.as_slice(), &[2, 0]].concat();
            hash(&[b"\0asm\x01\0\0\0\x05\x03\x01\0\x01".as_slice(), &export].concat()).unwrap()
        };
        assert_eq!(exporting(b"_WASM_SPLIT_MARKER_"), bare);
        assert_ne!(exporting(b"_wasm_split_marker_"), bare);
        assert!(hash(b"no module").is_err());
    }
}
