//! How much a first visit loads, and each part that is fetched later; and the limits on both.

use std::collections::HashSet;
use std::fmt::{self, Display};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

/// The most that a first visit may load, in bytes, with brotli.
const FIRST_VISIT: u64 = 200_000;
/// The most that a part fetched later may have, in bytes, with brotli.
const PART: u64 = 150_000;

/// The files of dist/.
pub struct Sizes {
    first_visit: Vec<File>,
    later: Vec<File>,
}

/// A file in bytes: as it is, and as servers send it.
#[derive(Debug, PartialEq, Eq)]
struct File {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl Sizes {
    /// Measures the files and their compressed copies.
    pub fn measure(dist: &Path) -> Result<Self> {
        let first_visit = first_visit(dist)?;
        let later = crate::files(dist)?.into_iter().filter(|file| !first_visit.contains(file));
        let later = later.map(|file| File::measure(dist, &file)).collect::<Result<_>>()?;
        let first_visit = first_visit.iter().map(|file| File::measure(dist, file)).collect::<Result<_>>()?;
        Ok(Self { first_visit, later })
    }

    /// Fails when the first visit or a later part is above its limit.
    pub fn check(&self) -> Result<()> {
        let first_visit = self.first_visit.iter().map(|file| file.brotli).sum();
        let first_visit = ("The first visit", first_visit, FIRST_VISIT);
        let parts = self.later.iter().map(|file| (file.name.as_str(), file.brotli, PART));
        let above: Vec<String> = std::iter::once(first_visit)
            .chain(parts)
            .filter(|(_, bytes, limit)| bytes > limit)
            .map(|(name, bytes, limit)| {
                format!("{name} has {} bytes with brotli; the limit is {}.", grouped(bytes), grouped(limit))
            })
            .collect();
        if above.is_empty() {
            return Ok(());
        }
        bail!("{} Move code to another part: `wasm_split` in src/pages/.", above.join(" "))
    }
}

/// The page itself, everything it names, what its modules import, and config.json, which the app asks for.
fn first_visit(dist: &Path) -> Result<Vec<PathBuf>> {
    let page = dist.join("index.html");
    let html = fs_err::read_to_string(&page)?;
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
        if crate::has_ending(&file, "js") {
            let module = fs_err::read_to_string(&file)?;
            files.extend(imports(&module).into_iter().map(|name| file.with_file_name(name)));
        }
    }
    Ok(files)
}

/// The addresses that a page names, without the leading `./`.
fn references(html: &str) -> Vec<&str> {
    let values = |attribute| html.split(attribute).skip(1).filter_map(|rest| rest.split('"').next());
    let found = ["href=\"", "src=\"", "data-js=\"", "data-wasm=\""].into_iter().flat_map(values);
    found.map(|value| value.strip_prefix("./").unwrap_or(value)).collect()
}

/// The modules beside it that a module cannot start without.
fn imports(module: &str) -> Vec<&str> {
    let mut before = "";
    let mut found = Vec::new();
    for part in module.split("\"./") {
        // Not `import("./…")`, which fetches when it is run.
        let word = before.trim_end().rsplit(|letter: char| !letter.is_alphanumeric()).next();
        if matches!(word, Some("from" | "import")) {
            found.extend(part.split('"').next());
        }
        before = part;
    }
    found
}

impl File {
    fn measure(dist: &Path, file: &Path) -> Result<Self> {
        let raw = fs_err::metadata(file)?.len();
        let compressed = |ending: &str| {
            let copy = file.with_added_extension(ending);
            fs_err::metadata(copy).map_or(raw, |data| data.len())
        };
        Ok(Self { name: crate::name_in(dist, file), raw, gzip: compressed("gz"), brotli: compressed("br") })
    }
}

/// Two tables: one line a file, the sum, and the limit.
impl Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let first = ("What a first visit loads", &self.first_visit, FIRST_VISIT, "Limit");
        let later = ("What is fetched later", &self.later, PART, "Limit of each");
        for (title, files, limit, limit_name) in [first, later] {
            writeln!(f, "{title:<44}{:>11}{:>11}{:>11}", "bytes", "gzip", "brotli")?;
            let sum = |bytes: fn(&File) -> u64| files.iter().map(bytes).sum();
            let sum = File {
                name: "Sum".to_owned(),
                raw: sum(|file| file.raw),
                gzip: sum(|file| file.gzip),
                brotli: sum(|file| file.brotli),
            };
            for file in files.iter().chain([&sum]) {
                let [raw, gzip, brotli] = [file.raw, file.gzip, file.brotli].map(grouped);
                writeln!(f, "{:<44}{raw:>11}{gzip:>11}{brotli:>11}", file.name)?;
            }
            writeln!(f, "{limit_name:<66}{:>11}\n", grouped(limit))?;
        }
        Ok(())
    }
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

    fn file(name: &str, raw: u64, gzip: u64, brotli: u64) -> File {
        File { name: name.to_owned(), raw, gzip, brotli }
    }

    #[test]
    fn counts_each_file_once_and_as_it_is_sent() {
        let dist = tempfile::tempdir().unwrap();
        let page = r#"<link href="./a.wasm" integrity="x"><link href="./a.wasm"><a href="https://elsewhere">
            <script src="./boot.js" data-js="./a.js" data-wasm="./a.wasm"></script>"#;
        for (name, content) in [
            ("index.html", page),
            ("config.json", "{}"),
            ("boot.js", "1"),
            ("a.js", "import * as b from \"./b.js\"\n"),
            ("b.js", "import{a}from\"./a.js\";fetch(\"./forms.wasm\");import(\"./forms.wasm\");\n"),
            ("forms.wasm", "123"),
            ("forms.wasm.br", "12"),
            ("chunk.wasm", "1"),
            ("a.wasm", "12345"),
            ("a.wasm.gz", "1234"),
            ("a.wasm.br", "1"),
        ] {
            fs_err::write(dist.path().join(name), content).unwrap();
        }
        let length = page.len() as u64;
        let sizes = Sizes::measure(dist.path()).unwrap();
        assert_eq!(
            sizes.first_visit,
            [
                file("index.html", length, length, length),
                file("config.json", 2, 2, 2),
                file("a.wasm", 5, 4, 1),
                file("boot.js", 1, 1, 1),
                file("a.js", 28, 28, 28),
                file("b.js", 68, 68, 68),
            ]
        );
        assert_eq!(sizes.later, [file("chunk.wasm", 1, 1, 1), file("forms.wasm", 3, 3, 2)]);
    }

    #[test]
    fn prints_each_part_with_the_limits() {
        let sizes = Sizes {
            first_visit: vec![
                file("index.html", 1_234, 600, 500),
                file("app.wasm", 1_000_000, 300_000, 199_500),
            ],
            later: vec![file("forms.wasm", 400_000, 170_000, PART)],
        };
        assert_eq!(
            sizes.to_string(),
            "What a first visit loads                          bytes       gzip     brotli\n\
             index.html                                        1,234        600        500\n\
             app.wasm                                      1,000,000    300,000    199,500\n\
             Sum                                           1,001,234    300,600    200,000\n\
             Limit                                                                 200,000\n\n\
             What is fetched later                             bytes       gzip     brotli\n\
             forms.wasm                                      400,000    170,000    150,000\n\
             Sum                                             400,000    170,000    150,000\n\
             Limit of each                                                         150,000\n\n"
        );
        assert!(sizes.check().is_ok());
    }

    #[test]
    fn refuses_one_byte_more_in_the_first_visit_and_in_any_part() {
        let sizes = Sizes {
            first_visit: vec![file("index.html", 1, 1, 1), file("app.wasm", 900_000, 300_000, FIRST_VISIT)],
            later: vec![file("a.wasm", 1, 1, PART), file("b.wasm", 1, 1, PART + 1)],
        };
        assert_eq!(
            sizes.check().unwrap_err().to_string(),
            "The first visit has 200,001 bytes with brotli; the limit is 200,000. \
             b.wasm has 150,001 bytes with brotli; the limit is 150,000. \
             Move code to another part: `wasm_split` in src/pages/."
        );
    }
}
