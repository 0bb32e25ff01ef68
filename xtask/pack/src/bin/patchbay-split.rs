//! Splits the app, then binds its main part to JavaScript.
//!
//! The split belongs between Cargo and wasm-bindgen, and Trunk calls both: `cargo xtask` has it find this program under
//! the name wasm-bindgen.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};
use lexopt::prelude::*;
use patchbay_bindgen::{Module, bind};
use patchbay_pack::{minify, split};

fn main() -> Result<()> {
    let (mut wasm, mut folder) = (None, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("version") => {
                // Trunk compares it with the version in Cargo.lock.
                println!("wasm-bindgen {}", wasm_bindgen_shared::version());
                return Ok(());
            }
            Long("out-dir") => folder = Some(PathBuf::from(parser.value()?)),
            Long("target" | "out-name") => drop(parser.value()?),
            Long("no-typescript") => (),
            Value(file) => wasm = Some(PathBuf::from(file)),
            other => return Err(other.unexpected().into()),
        }
    }
    let wasm = wasm.context("Trunk named no WebAssembly file.")?;
    let folder = folder.context("Trunk named no folder with --out-dir.")?;
    let main = split::split(&wasm, &named(split::PARTS)?)?;
    bind(&main, &folder, Module::Main)?;
    // Before Trunk names the module by its content.
    minify::minify(&named(split::NPM)?.join("esbuild"), &folder.join("patchbay.js"))
}

fn named(variable: &str) -> Result<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .with_context(|| format!("{variable} is not set. Build with `cargo xtask dist`, which sets it."))
}
