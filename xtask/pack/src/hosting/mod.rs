//! Ready files for the hosts of dist/: in dist-hosting/, beside dist/, so that they are not served by accident.

mod files;
mod policy;
mod servers;
mod template;
#[cfg(test)]
mod tests;

use std::path::Path;

use anyhow::Result;

use files::Site;
pub(crate) use template::fill;

/// Puts a config.json into dist/, after a look at the servers that it names.
pub fn configure(dist: &Path, config: &Path) -> Result<()> {
    let text = fs_err::read_to_string(config)?;
    servers::origins(&text)?;
    Ok(fs_err::write(dist.join("config.json"), text)?)
}

/// Writes the files for what is in dist/ into the folder.
pub fn write(dist: &Path, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs_err::remove_dir_all(folder)?;
    }
    let read = |name: &str| fs_err::read_to_string(dist.join(name));
    let names = crate::files(dist)?.iter().map(|file| crate::name_in(dist, file)).collect();
    let site = Site { servers: servers::origins(&read("config.json")?)?, page: read("index.html")?, names };
    for (name, content) in files::all(&site)? {
        let file = folder.join(name);
        fs_err::create_dir_all(file.parent().unwrap_or(folder))?;
        fs_err::write(file, content)?;
    }
    Ok(())
}
