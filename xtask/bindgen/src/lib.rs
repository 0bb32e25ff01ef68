//! What the program wasm-bindgen does for this app, as a library that compiles in a third of the program's time.

use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// How a module is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Module {
    /// The whole app.
    Whole,
    /// The part of a split app that the others import from, so its exports keep their names.
    Main,
}

/// Writes `patchbay.js` and `patchbay_bg.wasm` into the folder.
pub fn bind(wasm: &Path, folder: &Path, module: Module) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name("patchbay").typescript(false).web(true)?;
    if module == Module::Main {
        bindgen.keep_lld_exports(true).demangle(false);
    }
    bindgen.generate(folder).with_context(|| format!("wasm-bindgen failed on {}", wasm.display()))
}
