//! Puts the loader of the parts into the app's JavaScript. As a file of its own, which that JavaScript imports, a browser
//! asks for it only once the other has arrived, and the app waits for one answer more.

use std::path::Path;

use anyhow::{Context, Result};

use crate::{index, minify, split};

/// Joins both in dist/, with the programs from npm. The loader's file is gone then.
pub fn join(dist: &Path, npm: &Path) -> Result<()> {
    let loader = split::loader(dist)?;
    let page = index::read(dist)?;
    let glue = dist.join(index::named(&page, index::GLUE)?);
    minify::bundle(&npm.join("esbuild"), &glue)
        .context("The loader of the parts could not be joined with the app's JavaScript.")?;
    Ok(fs_err::remove_file(loader)?)
}
