//! What Trunk takes for wasm-bindgen: cuts the app in parts, then has the real one finish the main part.

use std::ffi::OsString;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use wasm_split_cli_support::{Options, transform};

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
    let loader = format!("./{LOADER}{:016x}.js", hash(&wasm));
    let mut options = Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = &loader;
    options.main_module = APP_MODULE;
    transform(options).map_err(|error| Failure::new(format!("The app could not be split: {error:#}.")))?;
    Ok(main)
}

/// Of what all parts are cut from: so they all change their names together, as Trunk's own files do.
fn hash(wasm: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(wasm);
    hasher.finish()
}
