//! The app for `cargo xtask run`: compiled for speed of compiling, and put together without Trunk, which alone takes
//! longer to compile than all the rest. The page is the same; it lacks the split, the compression and the hashes.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::process;
use crate::setup::rust::APP_TARGET;
use crate::steps::Steps;
use crate::workspace::Workspace;

/// Cargo's profile for it.
const PROFILE: &str = "quick";
/// As `pattern_script` of Trunk.toml has it, with the names that files have here.
const SCRIPT: &str = r#"<script type="module" async src="./boot.js" data-js="./patchbay.js" data-wasm="./patchbay_bg.wasm"></script>"#;

/// The command that compiles the app.
pub fn compile(workspace: &Workspace) -> Command {
    let arguments =
        ["build", "--locked", "--package", "patchbay", "--profile", PROFILE, "--target", APP_TARGET];
    process::cargo(workspace, &arguments)
}

/// Puts the compiled app into a folder with what index.html names. Returns the folder.
pub fn make(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf> {
    let folder = workspace.notes().join("app");
    let wasm = workspace.target.join(APP_TARGET).join(PROFILE).join("patchbay.wasm");
    let program = workspace.program("patchbay-bindgen");
    let bound = folder.join("patchbay_bg.wasm");
    if !is_newer(&bound, &wasm)? || !is_newer(&bound, &program)? {
        fs_err::create_dir_all(&folder)?;
        let mut bind = process::program(program);
        bind.arg(wasm).arg(&folder);
        steps.run("Bind the app to JavaScript", bind)?;
    }
    let (page, copies) = page(&fs_err::read_to_string(workspace.root.join("index.html"))?)?;
    for copy in copies {
        let name = Path::new(&copy).file_name().unwrap_or_default();
        fs_err::copy(workspace.root.join(&copy), folder.join(name))?;
    }
    fs_err::write(folder.join("index.html"), page)?;
    Ok(folder)
}

/// `false` also when the first file is not there.
fn is_newer(file: &Path, than: &Path) -> Result<bool> {
    let than = fs_err::metadata(than)?.modified()?;
    Ok(fs_err::metadata(file).and_then(|data| data.modified()).is_ok_and(|time| time > than))
}

/// The page with each `data-trunk` link as Trunk would have it, and the files that it needs.
fn page(html: &str) -> Result<(String, Vec<String>)> {
    let (mut page, mut copies) = (String::new(), Vec::new());
    for line in html.lines() {
        let value = |name: &str| line.split_once(&format!(" {name}=\""))?.1.split('"').next();
        let file = value("href").unwrap_or_default();
        let name = file.rsplit('/').next().unwrap_or_default();
        let link = match value("rel").filter(|_| line.contains("<link data-trunk ")) {
            None => line.to_owned(),
            Some("rust") => SCRIPT.to_owned(),
            Some("css") => format!("<link rel=\"stylesheet\" href=\"./{name}\"/>"),
            Some("icon") => format!("<link rel=\"icon\" href=\"./{name}\"/>"),
            Some("copy-file") => String::new(),
            Some(other) => {
                bail!("index.html has a link of kind `{other}`, which xtask/src/page.rs does not know.")
            }
        };
        page.push_str(&format!("{link}\n"));
        copies.extend((line.contains("<link data-trunk ") && !file.is_empty()).then(|| file.to_owned()));
    }
    Ok((page, copies))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_what_trunk_would_put_into_the_page() {
        let (page, copies) = page(include_str!("../../index.html")).unwrap();
        assert!(!page.contains("data-trunk"), "{page}");
        assert!(page.contains(&format!(
            "\n<link rel=\"stylesheet\" href=\"./form.css\"/>\n\n\n{SCRIPT}\n  </head>\n"
        )));
        assert!(page.contains("<link rel=\"icon\" href=\"./icon.svg\"/>"));
        for file in ["style/icon.svg", "style/tokens.css", "boot.js", "config.json"] {
            assert!(copies.contains(&file.to_owned()), "{file}");
        }
        let pattern =
            SCRIPT.replace("./patchbay.js", "{base}{js}").replace("./patchbay_bg.wasm", "{base}{wasm}");
        let pattern = format!("pattern_script = '{}'", pattern.replace("./boot.js", "{base}boot.js"));
        assert!(include_str!("../../Trunk.toml").contains(&pattern), "{pattern}");
    }

    #[test]
    fn says_which_link_it_does_not_know() {
        let failure = page("<link data-trunk rel=\"sass\" href=\"a.scss\" />").unwrap_err();
        assert!(failure.to_string().starts_with("index.html has a link of kind `sass`"), "{failure}");
    }
}
