//! `patchbay-pack finish | check | jar`: the steps of `cargo xtask dist` and `jar` after Trunk.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use lexopt::prelude::*;
use patchbay_pack::{compress, hosting, jar, minify, paths, size, split, styles};

const USAGE: &str = "\
Usage: patchbay-pack finish ROOT --npm FOLDER --parts FOLDER
       patchbay-pack check ROOT [--config FILE]
       patchbay-pack jar ROOT --javac FILE --out FILE";

fn main() -> Result<()> {
    let (mut words, mut options) = (Vec::new(), Vec::new());
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(word) => words.push(word),
            Long(name) => {
                let name = name.to_owned();
                options.push((name, PathBuf::from(parser.value()?)));
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let option = |name: &str| options.iter().find(|(there, _)| there == name).map(|(_, path)| path.as_path());
    let required = |name: &str| option(name).ok_or_else(|| anyhow!("--{name} is missing.\n{USAGE}"));
    let [command, root] = words.as_slice() else { bail!(USAGE) };
    let root = Path::new(root);
    match command.to_str() {
        Some("finish") => finish(&root.join("dist"), required("npm")?, required("parts")?),
        Some("check") => check(root, option("config")),
        Some("jar") => jar::build(root, required("javac")?, required("out")?),
        _ => bail!(USAGE),
    }
}

/// Completes what Trunk has built.
fn finish(dist: &Path, npm: &Path, parts: &Path) -> Result<()> {
    split::publish(parts, dist, npm)?;
    styles::join(dist, Some(npm))?;
    minify::minify(&npm.join("esbuild"), &dist.join("boot.js"))?;
    compress::compress_folder(dist)
}

/// Puts config.json in place, prints the sizes, and writes the ready files for hosts. Fails above the limits.
fn check(root: &Path, config: Option<&Path>) -> Result<()> {
    let dist = root.join("dist");
    paths::check(root, &dist)?;
    hosting::configure(&dist, config.unwrap_or(&root.join("config.json")))?;
    let sizes = size::Sizes::measure(&dist)?;
    println!("{sizes}");
    hosting::write(&dist, &root.join("dist-hosting"))?;
    sizes.check()
}
