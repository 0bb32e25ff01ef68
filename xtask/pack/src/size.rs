//! How much a first visit loads, and each part that is fetched later; and the limits on both.

use std::fmt::{self, Display};
use std::path::Path;

use anyhow::{Result, ensure};

/// The most that a first visit may load, in bytes, with brotli.
const FIRST_VISIT: u64 = 200_000;
/// The most that a part fetched later may have, in bytes, with brotli.
const PART: u64 = 150_000;

/// The files of dist/, in bytes with brotli.
pub struct Sizes {
    first_visit: Vec<(String, u64)>,
    later: Vec<(String, u64)>,
}

impl Sizes {
    /// Measures what servers send: the compressed copies where there are some. A first visit loads everything but the
    /// WebAssembly files that index.html does not name.
    pub fn measure(dist: &Path) -> Result<Self> {
        let page = fs_err::read_to_string(dist.join("index.html"))?;
        let (mut first_visit, mut later) = (Vec::new(), Vec::new());
        for file in crate::files(dist)? {
            let name = crate::name_in(dist, &file);
            let sent =
                fs_err::metadata(file.with_added_extension("br")).or_else(|_| fs_err::metadata(&file))?;
            let is_part = crate::has_ending(&file, "wasm") && !page.contains(&name);
            let files = if is_part { &mut later } else { &mut first_visit };
            files.push((name, sent.len()));
        }
        Ok(Self { first_visit, later })
    }

    /// Fails when the first visit or a later part is above its limit.
    pub fn check(&self) -> Result<()> {
        let parts = self.later.iter().map(|(name, bytes)| (name.as_str(), *bytes, PART));
        let all = std::iter::once(("The first visit", sum(&self.first_visit), FIRST_VISIT)).chain(parts);
        let above = all.filter(|(_, bytes, limit)| bytes > limit).map(|(name, bytes, limit)| {
            format!("{name} has {} bytes with brotli; the limit is {}. ", grouped(bytes), grouped(limit))
        });
        let above: String = above.collect();
        ensure!(above.is_empty(), "{above}Move code to another part: src/shell/parts.rs.");
        Ok(())
    }
}

/// Two tables: one line a file, the sum, and the limit.
impl Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let first =
            ("A first visit loads, with brotli", &self.first_visit, "The limit of the sum", FIRST_VISIT);
        let later = ("Fetched later, with brotli", &self.later, "The limit of each", PART);
        for (title, files, limit_name, limit) in [first, later] {
            let mut line = |name: &str, bytes: &str| writeln!(f, "{name:<60}{bytes:>12}");
            line(title, "bytes")?;
            for (name, bytes) in files {
                line(name, &grouped(*bytes))?;
            }
            line("Sum", &grouped(sum(files)))?;
            line(limit_name, &grouped(limit))?;
            writeln!(f)?;
        }
        Ok(())
    }
}

fn sum(files: &[(String, u64)]) -> u64 {
    files.iter().map(|(_, bytes)| bytes).sum()
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

    fn file(name: &str, bytes: u64) -> (String, u64) {
        (name.to_owned(), bytes)
    }

    #[test]
    fn counts_each_file_once_and_as_it_is_sent() {
        let dist = tempfile::tempdir().unwrap();
        let page = r#"<script src="./boot.js" data-wasm="./a-1_bg.wasm">"#;
        let others =
            ["a-1_bg.wasm", "a-1_bg.wasm.br", "chunk_1.wasm", "forms.wasm", "forms.wasm.br", "forms.wasm.gz"];
        for (name, content) in [("index.html", page)].into_iter().chain(others.map(|name| (name, name))) {
            fs_err::write(dist.path().join(name), content).unwrap();
        }
        let sizes = Sizes::measure(dist.path()).unwrap();
        assert_eq!(sizes.first_visit, [file("a-1_bg.wasm", 14), file("index.html", page.len() as u64)]);
        assert_eq!(sizes.later, [file("chunk_1.wasm", 12), file("forms.wasm", 13)]);
    }

    #[test]
    fn prints_each_part_with_the_limits() {
        let first_visit = vec![file("index.html", 500), file("app.wasm", 199_500)];
        let sizes = Sizes { first_visit, later: vec![file("forms.wasm", PART), file("chunk_1.wasm", 1)] };
        let text = sizes.to_string();
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(
            words.join(" "),
            "A first visit loads, with brotli bytes index.html 500 app.wasm 199,500 Sum 200,000 The limit of the sum \
             200,000 Fetched later, with brotli bytes forms.wasm 150,000 chunk_1.wasm 1 Sum 150,001 The limit of each \
             150,000"
        );
        assert!(sizes.check().is_ok());
    }

    #[test]
    fn refuses_one_byte_more_in_the_first_visit_and_in_any_part() {
        let first_visit = vec![file("index.html", 1), file("app.wasm", FIRST_VISIT)];
        let sizes = Sizes { first_visit, later: vec![file("a.wasm", PART), file("b.wasm", PART + 1)] };
        assert_eq!(
            sizes.check().unwrap_err().to_string(),
            "The first visit has 200,001 bytes with brotli; the limit is 200,000. \
             b.wasm has 150,001 bytes with brotli; the limit is 150,000. \
             Move code to another part: src/shell/parts.rs."
        );
    }
}
