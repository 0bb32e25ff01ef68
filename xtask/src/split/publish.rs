//! Puts the parts that are fetched later into dist/, named and linked like what Trunk has put there.

use std::fs;
use std::path::Path;

use super::{APP_MODULE, LOADER, MAIN_PART};
use crate::failure::{Failure, Result};
use crate::minify::minify;
use crate::process;

/// How the splitter's loader starts a part, and how ours does: a server may send a wasm file under another media type
/// (some versions of Jira do), which `instantiateStreaming` refuses.
const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";
const TOLERANT: &str = "src.then((answer) => answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(`HTTP status ${answer.status}`)))\
                        .then((bytes) => WebAssembly.instantiate(bytes, imports))";

/// Writes each part and the loader; `npm` has the programs that make them smaller.
pub fn publish(parts: &Path, dist: &Path, npm: Option<&Path>) -> Result<()> {
    let mut loader = None;
    let mut wasm = Vec::new();
    for entry in fs::read_dir(parts).map_err(Failure::with_file(parts))? {
        let file = entry.map_err(Failure::with_file(parts))?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(hash) = name.strip_prefix(LOADER).and_then(|rest| rest.strip_suffix(".js")) {
            loader = Some((file.clone(), name.clone(), hash.to_owned()));
        } else if name.ends_with(".wasm") && name != MAIN_PART {
            wasm.push((file.clone(), name.clone()));
        }
    }
    let (file, name, hash) =
        loader.ok_or_else(|| Failure::new("The splitter left no loader. Was the app built?"))?;
    let mut text = fs::read_to_string(&file).map_err(Failure::with_file(&file))?;
    replace(&mut text, APP_MODULE, &app_module(dist)?)?;
    for (file, name) in wasm {
        let hashed = hashed_name(&name, &hash);
        replace(&mut text, &format!("\"./{name}\""), &format!("\"./{hashed}\""))?;
        replace(&mut text, STREAMING, TOLERANT).or_else(|failure| match text.contains(TOLERANT) {
            true => Ok(()),
            false => Err(failure),
        })?;
        write_part(&file, &dist.join(hashed), npm)?;
    }
    let target = dist.join(name);
    fs::write(&target, text).map_err(Failure::with_file(&target))?;
    npm.map_or(Ok(()), |npm| minify(&npm.join("esbuild"), &target))
}

/// `split_forms.wasm` becomes `patchbay-forms-0123456789abcdef.wasm`.
fn hashed_name(name: &str, hash: &str) -> String {
    let name = name.trim_end_matches(".wasm");
    format!("patchbay-{}-{hash}.wasm", name.strip_prefix("split_").unwrap_or(name))
}

/// What Trunk has named the app's module, as a relative address.
fn app_module(dist: &Path) -> Result<String> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Failure::with_file(&page))?;
    let name = html.split_once("data-js=\"").and_then(|(_, rest)| rest.split('"').next());
    name.map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("{} does not name the app's module.", page.display())))
}

fn write_part(part: &Path, target: &Path, npm: Option<&Path>) -> Result<()> {
    match npm {
        Some(npm) => {
            let mut wasm_opt = process::program(npm.join("wasm-opt"));
            process::run(wasm_opt.args(["-Os"]).arg(part).arg("-o").arg(target))
        }
        None => fs::copy(part, target).map(drop).map_err(Failure::with_file(target)),
    }
}

/// Fails when there is nothing to replace: then the splitter has changed.
fn replace(text: &mut String, from: &str, to: &str) -> Result<()> {
    if !text.contains(from) {
        return Err(Failure::new(format!(
            "The loader that the splitter writes no longer contains `{from}`. Adapt xtask/src/split/publish.rs to it."
        )));
    }
    *text = text.replace(from, to);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_links_the_parts() {
        let folder = std::env::temp_dir().join(format!("patchbay-publish-{}", std::process::id()));
        let (parts, dist) = (folder.join("parts"), folder.join("dist"));
        for (file, content) in [
            ("parts/main.wasm", "main"),
            ("parts/split_forms.wasm", "forms"),
            ("parts/patchbay-parts-0123456789abcdef.js", LOADER_TEXT),
            ("dist/index.html", r#"<script data-js="./patchbay-1.js" data-wasm="./patchbay-1_bg.wasm">"#),
        ] {
            let file = folder.join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, content).unwrap();
        }

        publish(&parts, &dist, None).unwrap();

        let read = |name: &str| fs::read_to_string(dist.join(name)).unwrap();
        assert_eq!(read("patchbay-forms-0123456789abcdef.wasm"), "forms");
        assert_eq!(
            read("patchbay-parts-0123456789abcdef.js"),
            format!(
                "import \"./patchbay-1.js\"; fetch(\"./patchbay-forms-0123456789abcdef.wasm\"); {TOLERANT}"
            )
        );
        assert!(!dist.join("main.wasm").exists());
        fs::remove_dir_all(&folder).unwrap();
    }

    const LOADER_TEXT: &str = "import \"./the-app.js\"; fetch(\"./split_forms.wasm\"); \
                               WebAssembly.instantiateStreaming(src, imports)";

    #[test]
    fn says_when_the_splitter_writes_something_else() {
        let failure = replace(&mut "other".to_owned(), STREAMING, TOLERANT).unwrap_err();
        assert!(failure.to_string().starts_with("The loader that the splitter writes no longer contains"));
    }
}
