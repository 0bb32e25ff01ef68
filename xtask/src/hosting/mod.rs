//! Ready files for the hosts of dist/: in dist-hosting/, beside dist/, so that nobody serves them by accident.

mod files;
mod policy;
mod servers;
mod template;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::fingerprint;
use crate::workspace::Workspace;

use files::Site;

/// Where the files are.
pub fn folder(workspace: &Workspace) -> PathBuf {
    workspace.root.join("dist-hosting")
}

/// The text of a config.json that a policy can be made for.
pub fn checked(config: &Path) -> Result<String> {
    let text = fs::read_to_string(config).map_err(Failure::with_file(config))?;
    servers::origins(&text)?;
    Ok(text)
}

/// Puts a config.json into dist/: the one that somebody wrote, or that of the sources.
pub fn configure(workspace: &Workspace, dist: &Path, config: Option<&Path>) -> Result<()> {
    let ours = workspace.root.join("config.json");
    let text = checked(config.unwrap_or(&ours))?;
    let place = dist.join("config.json");
    fs::write(&place, text).map_err(Failure::with_file(&place))
}

/// Writes the files for what is in dist/. Returns their folder.
pub fn write(workspace: &Workspace, dist: &Path) -> Result<PathBuf> {
    let folder = folder(workspace);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Failure::with_file(&folder))?;
    }
    for (name, content) in files::all(&site(dist)?)? {
        let file = folder.join(name);
        let parent = file.parent().unwrap_or(&folder);
        fs::create_dir_all(parent).map_err(Failure::with_file(parent))?;
        fs::write(&file, content).map_err(Failure::with_file(&file))?;
    }
    Ok(folder)
}

fn site(dist: &Path) -> Result<Site> {
    let read = |name: &str| {
        let file = dist.join(name);
        fs::read_to_string(&file).map_err(Failure::with_file(&file))
    };
    let mut files = Vec::new();
    fingerprint::collect(dist, &mut files)?;
    files.retain(|file| file.extension().is_none_or(|ending| ending != "br" && ending != "gz"));
    let name = |file: &PathBuf| file.strip_prefix(dist).unwrap_or(file).to_string_lossy().replace('\\', "/");
    let mut names: Vec<String> = files.iter().map(name).collect();
    names.sort();
    Ok(Site { servers: servers::origins(&read("config.json")?)?, page: read("index.html")?, names })
}
