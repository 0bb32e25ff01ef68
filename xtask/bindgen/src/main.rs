//! `patchbay-bindgen WASM FOLDER`: what `cargo xtask run` does in place of Trunk's call of wasm-bindgen.

use std::path::PathBuf;

use anyhow::{Result, bail};
use patchbay_bindgen::{Module, bind};

fn main() -> Result<()> {
    let words: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [wasm, folder] = words.as_slice() else { bail!("Usage: patchbay-bindgen WASM FOLDER") };
    bind(wasm, folder, Module::Whole)
}
