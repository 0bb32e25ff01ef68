//! What a first visit loads and the limit on it, and what is loaded later.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::fingerprint;

/// The most a first visit may load, in bytes, with brotli.
pub const LIMIT: u64 = 200_000;

/// A file that the first visit loads, in bytes: as it is, and as servers send it.
#[derive(Debug, PartialEq, Eq)]
pub struct Loaded {
    pub name: String,
    pub raw: u64,
    pub gzip: u64,
    pub brotli: u64,
}

/// The page itself, everything it names, what its modules import, and config.json, which the app asks for.
pub fn first_visit(dist: &Path) -> Result<Vec<Loaded>> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Failure::with_file(&page))?;
    let mut files = vec![page, dist.join("config.json")];
    files.extend(references(&html).into_iter().map(|name| dist.join(name)));
    let mut seen = HashSet::new();
    let mut at = 0;
    while let Some(file) = files.get(at).cloned() {
        // Modules may import each other.
        if !file.is_file() || !seen.insert(file.clone()) {
            files.remove(at);
            continue;
        }
        at += 1;
        if file.extension().is_some_and(|ending| ending == "js") {
            let module = fs::read_to_string(&file).map_err(Failure::with_file(&file))?;
            files.extend(imports(&module).into_iter().map(|name| file.with_file_name(name)));
        }
    }
    files.iter().map(|file| measure(dist, file)).collect()
}

/// Everything else, apart from the compressed copies.
pub fn later(dist: &Path, first_visit: &[Loaded]) -> Result<Vec<Loaded>> {
    let mut files = Vec::new();
    fingerprint::collect(dist, &mut files)?;
    files.retain(|file| file.extension().is_none_or(|ending| ending != "br" && ending != "gz"));
    files.sort();
    let mut loaded = files.iter().map(|file| measure(dist, file)).collect::<Result<Vec<_>>>()?;
    loaded.retain(|file| first_visit.iter().all(|first| first.name != file.name));
    Ok(loaded)
}

/// The addresses a page names, without the leading `./`.
fn references(html: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for attribute in ["href=\"", "src=\"", "data-js=\"", "data-wasm=\""] {
        let values = html.split(attribute).skip(1).filter_map(|rest| rest.split('"').next());
        found.extend(values.map(|value| value.strip_prefix("./").unwrap_or(value)));
    }
    found
}

/// The modules beside it that a module cannot start without.
fn imports(module: &str) -> Vec<&str> {
    let mut before = "";
    let mut found = Vec::new();
    for part in module.split("\"./") {
        // Not `import("./…")`, which fetches when it is run.
        if matches!(
            before.trim_end().rsplit(|letter: char| !letter.is_alphanumeric()).next(),
            Some("from" | "import")
        ) {
            found.extend(part.split('"').next());
        }
        before = part;
    }
    found
}

fn measure(dist: &Path, file: &Path) -> Result<Loaded> {
    let length = |file: &Path| fs::metadata(file).map(|data| data.len());
    let raw = length(file).map_err(Failure::with_file(file))?;
    let compressed = |ending: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        length(&PathBuf::from(name)).unwrap_or(raw)
    };
    let name = file.strip_prefix(dist).unwrap_or(file).to_string_lossy().into_owned();
    Ok(Loaded { name, raw, gzip: compressed(".gz"), brotli: compressed(".br") })
}

/// One line a file, the sum, and the limit if there is one.
pub fn table(title: &str, files: &[Loaded], limit: Option<u64>) -> String {
    let width =
        files.iter().map(|file| file.name.chars().count()).chain([title.len(), 26]).max().unwrap_or(0);
    let line = |name: &str, raw: &str, gzip: &str, brotli: &str| {
        format!("{name:<width$}  {raw:>11}  {gzip:>11}  {brotli:>11}\n")
    };
    let sum = |bytes: fn(&Loaded) -> u64| grouped(files.iter().map(bytes).sum());
    let mut text = line(title, "bytes", "gzip", "brotli");
    for file in files {
        text.push_str(&line(&file.name, &grouped(file.raw), &grouped(file.gzip), &grouped(file.brotli)));
    }
    text.push_str(&line("Together", &sum(|file| file.raw), &sum(|file| file.gzip), &sum(|file| file.brotli)));
    if let Some(limit) = limit {
        text.push_str(&line("Limit", "", "", &grouped(limit)));
    }
    text
}

/// Fails when the first visit loads more than the limit.
pub fn check(files: &[Loaded]) -> Result<()> {
    let brotli = files.iter().map(|file| file.brotli).sum::<u64>();
    if brotli <= LIMIT {
        return Ok(());
    }
    Err(Failure::new(format!(
        "The first visit loads {} bytes with brotli, {} more than the {} it may. The table above says where they are.",
        grouped(brotli),
        grouped(brotli - LIMIT),
        grouped(LIMIT)
    )))
}

/// `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loaded(name: &str, raw: u64, gzip: u64, brotli: u64) -> Loaded {
        Loaded { name: name.to_owned(), raw, gzip, brotli }
    }

    #[test]
    fn finds_what_a_page_names() {
        let html = r#"<link rel="stylesheet" href="./tokens-1.css" integrity="sha384-x">
            <link rel="preload" href="./app_bg.wasm"><script src="./boot.js" data-js="./app.js" data-wasm="./app_bg.wasm">"#;
        assert_eq!(references(html), ["tokens-1.css", "app_bg.wasm", "boot.js", "app.js", "app_bg.wasm"]);
    }

    #[test]
    fn counts_each_file_once_and_as_it_is_sent() {
        let dist = std::env::temp_dir().join(format!("patchbay-size-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        let page = r#"<link href="./a.wasm"><script src="./a.js"></script><a href="https://elsewhere"><i href="./a.wasm">"#;
        for (name, content) in [
            ("index.html", page),
            ("config.json", "{}"),
            ("a.js", "import * as b from \"./b.js\"\n"),
            ("b.js", "import{a}from\"./a.js\";fetch(\"./forms.wasm\");import(\"./forms.wasm\");\n"),
            ("forms.wasm", "123"),
            ("forms.wasm.br", "12"),
            ("a.wasm", "12345"),
            ("a.wasm.gz", "1234"),
            ("a.wasm.br", "1"),
        ] {
            fs::write(dist.join(name), content).unwrap();
        }
        let length = page.len() as u64;
        let first = first_visit(&dist).unwrap();
        assert_eq!(
            first,
            [
                loaded("index.html", length, length, length),
                loaded("config.json", 2, 2, 2),
                loaded("a.wasm", 5, 4, 1),
                loaded("a.js", 28, 28, 28),
                loaded("b.js", 68, 68, 68),
            ]
        );
        assert_eq!(later(&dist, &first).unwrap(), [loaded("forms.wasm", 3, 3, 2)]);
        fs::remove_dir_all(&dist).unwrap();
    }

    #[test]
    fn lines_up_the_table() {
        let files =
            [loaded("index.html", 1_234, 600, 500), loaded("app_bg.wasm", 1_000_000, 300_000, 199_500)];
        assert_eq!(
            table("What a first visit loads", &files, Some(LIMIT)),
            "What a first visit loads          bytes         gzip       brotli\n\
             index.html                        1,234          600          500\n\
             app_bg.wasm                   1,000,000      300,000      199,500\n\
             Together                      1,001,234      300,600      200,000\n\
             Limit                                                     200,000\n"
        );
        assert_eq!(check(&files), Ok(()));
    }

    #[test]
    fn refuses_one_byte_more() {
        let failure = check(&[loaded("app_bg.wasm", 900_000, 300_000, LIMIT + 1)]).unwrap_err();
        assert_eq!(
            failure.to_string(),
            "The first visit loads 200,001 bytes with brotli, 1 more than the 200,000 it may. \
             The table above says where they are."
        );
    }
}
