//! The commands of README.md and docs/: what stands in fences of `sh`, and in the first column of a table of commands.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, Result};

/// One command of a document.
#[derive(Debug, PartialEq, Eq)]
pub struct Documented {
    /// The document's name: `docs/jira.md`.
    pub document: String,
    /// The command on one line, however many it has in the document.
    pub line: String,
    /// What the document says after it.
    pub text_after: String,
}

impl Documented {
    /// Whether the plugin for Jira is made or used by it.
    pub fn needs_plugin(&self) -> bool {
        self.line == "cargo xtask jar" || self.line.contains("--jira-jar")
    }
}

/// Of all documents, each command once.
pub fn all(root: &Path) -> Result<Vec<Documented>> {
    let folder = root.join("docs");
    let mut files = vec![root.join("README.md")];
    for entry in fs::read_dir(&folder).map_err(Failure::with_file(&folder))? {
        files.push(entry.map_err(Failure::with_file(&folder))?.path());
    }
    files.sort();
    let mut all: Vec<Documented> = Vec::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "md")) {
        let text = fs::read_to_string(file).map_err(Failure::with_file(file))?;
        let document = file.strip_prefix(root).unwrap_or(file).to_string_lossy().replace('\\', "/");
        for command in commands(&document, &text) {
            if all.iter().all(|other| other.line != command.line || command.document == "docs/deploy.md") {
                all.push(command);
            }
        }
    }
    Ok(all)
}

fn commands(document: &str, text: &str) -> Vec<Documented> {
    let in_table = text.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let in_table = in_table.filter(|line| line.starts_with("cargo "));
    let mut found: Vec<Documented> = in_table
        .map(|line| Documented {
            document: document.to_owned(),
            line: line.to_owned(),
            text_after: String::new(),
        })
        .collect();
    for rest in text.split("\n```sh\n").skip(1) {
        let (block, after) = rest.split_once("\n```").unwrap_or((rest, ""));
        let block = block.replace("\\\n", " ");
        let lines = block.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        found.extend(lines.filter(|line| !line.is_empty()).map(|line| Documented {
            document: document.to_owned(),
            line,
            text_after: after.to_owned(),
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_each_command_on_one_line() {
        let text = "# Title\n\n| `cargo c` | `cargo d` |\n| `other` |\n\n```sh\ncargo a\nsed x \\\n  y\n```\n\nThen.\n\n```json\n{}\n```\n\n```sh\ncargo b\n```\n";
        let found = commands("a.md", text);
        let lines: Vec<&str> = found.iter().map(|command| command.line.as_str()).collect();
        assert_eq!(lines, ["cargo c", "cargo a", "sed x y", "cargo b"]);
        assert!(found[1].text_after.starts_with("\n\nThen."));
    }
}
