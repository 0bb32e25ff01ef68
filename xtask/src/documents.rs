//! Every command in a block of README.md and docs/ has a runner: `cargo xtask test`, or a test. These tests look at the
//! documents and run nothing.

use std::path::{Path, PathBuf};

use crate::setup::node;
use crate::{arguments, checks};

const CHECKS: [&str; 5] =
    [checks::FORMAT, checks::CLIPPY, checks::CLIPPY_APP, checks::TESTS, checks::BROWSER_TESTS];

fn has_runner(document: &str, line: &str) -> bool {
    if let Some(words) = line.strip_prefix("cargo xtask ") {
        return arguments::parse(lexopt::Parser::from_args(words.split_whitespace())).is_ok();
    }
    // These are steps of `cargo xtask test`.
    CHECKS.contains(&line)
        || line == node::INSTALL_STAND_IN
        // Tests of these packages do the same.
        || line.starts_with("cargo run -p patchbay-sandbox -- ")
        || line == "UPDATE_DOCS=1 cargo test -p patchbay-model --test docs"
        // These tests read the document and run its lines: tests/browser/hosted/docs.rs,
        // xtask/pack/src/jar/tests/signing.rs and crates/sandbox/tests/http/plan_script/documents.rs.
        || document == "docs/deploy.md" && !line.starts_with("cargo ")
        || document == "docs/jira.md" && line.starts_with("openssl ")
        || document == "docs/plans.md" && !line.starts_with("cargo ")
}

/// Document and command, on one line however many it has in the document.
fn commands() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files: Vec<PathBuf> = vec![root.join("README.md"), root.join("crates/sandbox/README.md")];
    files.extend(fs_err::read_dir(root.join("docs")).unwrap().map(|entry| entry.unwrap().path()));
    let mut found = Vec::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "md")) {
        let text = fs_err::read_to_string(file).unwrap();
        let document = file.strip_prefix(&root).unwrap().to_str().unwrap();
        for rest in text.split("\n```sh\n").skip(1) {
            let block = rest.split("\n```").next().unwrap().replace("\\\n", " ");
            let lines = block.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
            found.extend(lines.filter(|line| !line.is_empty()).map(|line| (document.to_owned(), line)));
        }
    }
    found
}

#[test]
fn every_command_has_a_runner() {
    let commands = commands();
    assert!(commands.len() > 25, "{}", commands.len());
    for (document, line) in commands {
        assert!(has_runner(&document, &line), "{document}: nothing runs `{line}`");
    }
}

#[test]
fn every_check_is_documented() {
    let commands = commands();
    for check in CHECKS {
        assert!(commands.iter().any(|(_, line)| line == check), "`{check}`");
    }
}

#[test]
fn ci_is_what_the_documents_say() {
    assert_eq!(include_str!("../../.ci/run").lines().last(), Some("cargo xtask test"));
}

#[test]
fn knows_what_has_no_runner() {
    for line in ["cargo test -p no-such-package", "cargo xtask bake", "rm -rf /", "npm install", "cp a b"] {
        assert!(!has_runner("docs/jira.md", line), "{line}");
    }
}
