//! Who runs a command of the documents.

use super::blocks::Documented;
use crate::checks;
use crate::setup::node;

/// What becomes of a command here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runner {
    /// A step of `cargo xtask test` is this very command, or it is this command itself.
    Step,
    /// A test runs what stands in the document, whatever that is.
    Test,
    /// It is run as it is.
    Run,
    /// It is run with another file than this one.
    RunWithConfig(&'static str),
    /// It is started with these words added, so that it meets neither another server nor somebody's data, and is asked
    /// for a page.
    Serve(&'static [&'static str]),
}

/// `None`: nobody does.
pub fn of(command: &Documented) -> Option<Runner> {
    let line = command.line.as_str();
    let starts_with = |start: &str| line == start || line.starts_with(&format!("{start} "));
    if checks::ALL.contains(&line) || line == node::INSTALL_STAND_IN || line == "cargo xtask test" {
        Some(Runner::Step)
    } else if line == "cargo xtask run" {
        Some(Runner::Serve(&["--port", "0", "--database", ":memory:"]))
    } else if starts_with("cargo run -p patchbay-sandbox --") {
        Some(Runner::Serve(&["--listen", "127.0.0.1:0"]))
    } else if AS_THEY_ARE.contains(&line) {
        Some(Runner::Run)
    } else if let Some(place) = line.strip_prefix("cargo xtask dist --config ") {
        (place == CONFIG).then_some(Runner::RunWithConfig(CONFIG))
    } else if !starts_with("cargo") && command.document == "docs/deploy.md"
        || starts_with("openssl") && command.document == "docs/jira.md"
    {
        // tests/browser/hosted/docs.rs runs the whole of the one; xtask/src/jar/tests/signing.rs these lines of the other.
        Some(Runner::Test)
    } else {
        None
    }
}

/// They leave what the steps before have left, or measure.
const AS_THEY_ARE: [&str; 4] = [
    "cargo xtask bench",
    "cargo xtask dist",
    "cargo xtask jar",
    "UPDATE_DOCS=1 cargo test -p patchbay-model --test docs",
];
/// What docs/deploy.md has for the reader's own file.
const CONFIG: &str = "/path/to/your/config.json";

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::documents::blocks;

    fn documents() -> Vec<Documented> {
        blocks::all(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))).unwrap()
    }

    #[test]
    fn every_command_is_run_by_somebody() {
        let documents = documents();
        assert!(documents.len() > 25, "{}", documents.len());
        for command in documents {
            assert!(of(&command).is_some(), "{}: nothing runs `{}`", command.document, command.line);
        }
    }

    #[test]
    fn ci_is_what_the_documents_say() {
        let script = include_str!("../../../.ci/run");
        assert_eq!(script.lines().last(), Some("cargo xtask test"));
    }

    /// `cargo xtask test` may run more than a newcomer has to read about, but not another form of what is documented.
    #[test]
    fn every_check_is_documented() {
        let documents = documents();
        for check in checks::ALL {
            assert!(documents.iter().any(|command| command.line == *check), "`{check}`");
        }
    }

    #[test]
    fn knows_what_nobody_runs() {
        let command = |document: &str, line: &str| Documented {
            document: document.to_owned(),
            line: line.to_owned(),
            text_after: String::new(),
        };
        for line in ["cargo test -p no-such-package", "cargo xtask bake", "rm -rf /", "npm install"] {
            assert_eq!(of(&command("docs/jira.md", line)), None, "{line}");
        }
        assert_eq!(of(&command("docs/deploy.md", "cp a b")), Some(Runner::Test));
        assert_eq!(of(&command("docs/jira.md", "cp a b")), None);
    }
}
