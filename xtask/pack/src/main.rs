//! The steps of `cargo xtask dist` and `jar` after Trunk. `xtask/src/dist.rs` calls them.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use patchbay_pack::{
    compress, hosting, index, jar, join, minify, paths, shorten, size, split, styles, together,
};

fn main() -> Result<()> {
    let words: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let words: Vec<&Path> = words.iter().map(PathBuf::as_path).collect();
    match words.as_slice() {
        [command, root, npm, parts] if command.ends_with("finish") => finish(&root.join("dist"), npm, parts),
        [command, root] if command.ends_with("check") => check(root, &root.join("config.json")),
        [command, root, config] if command.ends_with("check") => check(root, config),
        [command, root, javac, out] if command.ends_with("jar") => jar::build(root, javac, out),
        _ => bail!("Usage: patchbay-pack finish ROOT NPM PARTS | check ROOT [CONFIG] | jar ROOT JAVAC OUT"),
    }
}

/// Completes what Trunk has built, with the programs in the folder `npm` and the parts that the splitter left.
fn finish(dist: &Path, npm: &Path, parts: &Path) -> Result<()> {
    split::publish(parts, dist, npm)?;
    shorten::names(dist, npm)?;
    together::join(dist, npm)?;
    join::join(dist, npm)?;
    index::renew_integrity(dist)?;
    styles::join(dist)?;
    for file in [styles::JOINED, "boot.js"] {
        minify::minify(&npm.join("esbuild"), &dist.join(file))?;
    }
    styles::name(dist)?;
    compress::compress_folder(dist)
}

/// Puts config.json in place, prints the sizes, and writes the ready files for hosts. Fails above the limits.
fn check(root: &Path, config: &Path) -> Result<()> {
    let dist = root.join("dist");
    paths::check(root, &dist)?;
    hosting::configure(&dist, config)?;
    let sizes = size::Sizes::measure(&dist)?;
    println!("{sizes}");
    hosting::write(&dist, &root.join("dist-hosting"))?;
    sizes.check()
}
