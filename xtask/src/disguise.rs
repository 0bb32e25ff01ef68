//! This very program under another name, for those who look for a program of that name.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::failure::{Failure, Result};

/// Puts it into the folder. Returns the file.
pub fn put(folder: &Path, name: &str) -> Result<PathBuf> {
    fs::create_dir_all(folder).map_err(Failure::with_file(folder))?;
    let this = env::current_exe().map_err(Failure::with_file(Path::new("xtask")))?;
    let file = folder.join(format!("{name}{}", env::consts::EXE_SUFFIX));
    if file.exists() {
        fs::remove_file(&file).map_err(Failure::with_file(&file))?;
    }
    // A link takes no time; a copy works where there are none.
    if fs::hard_link(&this, &file).is_err() {
        fs::copy(&this, &file).map_err(Failure::with_file(&file))?;
    }
    Ok(file)
}

/// Whether this program was started under that name.
pub fn is_worn(name: &str) -> bool {
    let program = env::args_os().next().map(PathBuf::from);
    program.is_some_and(|program| program.file_stem().is_some_and(|stem| stem == name))
}
