//! The app for `cargo xtask run`: compiled for speed of compiling, and put together without Trunk, which alone takes
//! longer to compile than all the rest. The page is the same; it lacks the split, the compression and the hashes.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::setup::rust::APP_TARGET;
use crate::steps::Steps;
use crate::workspace::Workspace;

/// Cargo's profile for it.
const PROFILE: &str = "quick";
/// As `pattern_script` of Trunk.toml has it, with the names that files have here.
const SCRIPT: &str = r#"<script type="module" src="./boot.js" data-js="./patchbay.js" data-wasm="./patchbay_bg.wasm"></script>"#;

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
    let mut page = String::new();
    let mut copies = Vec::new();
    for line in html.lines() {
        if line.trim_start().starts_with("<link data-trunk ") {
            let link = link(line, &mut copies)?;
            page.push_str(&link);
        } else {
            page.push_str(line);
        }
        page.push('\n');
    }
    Ok((page, copies))
}

fn link(line: &str, copies: &mut Vec<String>) -> Result<String> {
    let attribute =
        |name: &str| Some(line.split_once(&format!(" {name}=\""))?.1.split('"').next()?.to_owned());
    let kind = attribute("rel").with_context(|| format!("index.html has no rel in `{line}`."))?;
    if kind == "rust" {
        return Ok(SCRIPT.to_owned());
    }
    let file = attribute("href").with_context(|| format!("index.html has no href in `{line}`."))?;
    let name = file.rsplit('/').next().unwrap_or_default();
    let link = match kind.as_str() {
        "css" => format!("<link rel=\"stylesheet\" href=\"./{name}\"/>"),
        "icon" => format!("<link rel=\"icon\" href=\"./{name}\"/>"),
        "copy-file" => String::new(),
        other => bail!("index.html has a link of kind `{other}`, which xtask/src/page.rs does not know."),
    };
    copies.push(file);
    Ok(link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_what_trunk_would_put_into_the_page() {
        let html = "<head>\n  <link data-trunk rel=\"icon\" href=\"style/icon.svg\" />\n  \
                    <link data-trunk rel=\"css\" href=\"style/a.css\" />\n  \
                    <link data-trunk rel=\"copy-file\" href=\"boot.js\" />\n  \
                    <link data-trunk rel=\"rust\" data-wasm-opt=\"s\" data-bin=\"patchbay\" />\n</head>\n";
        let (page, copies) = page(html).unwrap();
        assert_eq!(
            page,
            format!(
                "<head>\n<link rel=\"icon\" href=\"./icon.svg\"/>\n<link rel=\"stylesheet\" href=\"./a.css\"/>\n\n\
                 {SCRIPT}\n</head>\n"
            )
        );
        assert_eq!(copies, ["style/icon.svg", "style/a.css", "boot.js"]);
    }

    #[test]
    fn knows_every_link_of_the_page_and_the_script_of_trunk() {
        let (page, copies) = page(include_str!("../../index.html")).unwrap();
        assert!(!page.contains("data-trunk") && page.contains(SCRIPT));
        assert!(copies.contains(&"config.json".to_owned()));
        let pattern =
            SCRIPT.replace("./patchbay.js", "{base}{js}").replace("./patchbay_bg.wasm", "{base}{wasm}");
        let pattern = pattern.replace("./boot.js", "{base}boot.js");
        assert!(
            include_str!("../../Trunk.toml").contains(&format!("pattern_script = '{pattern}'")),
            "{pattern}"
        );
    }

    #[test]
    fn says_which_link_it_does_not_know() {
        let failure = page("<link data-trunk rel=\"sass\" href=\"a.scss\" />").unwrap_err();
        assert!(failure.to_string().starts_with("index.html has a link of kind `sass`"), "{failure}");
    }
}
