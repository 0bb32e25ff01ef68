//! What runs the clients of GitLab that others wrote. `cargo xtask test` installs them.

use std::path::Path;
use std::process::Command;

use crate::environment;

/// The Python that has the packages of tests/clients/requirements.txt.
pub fn python() -> Command {
    let python = environment::python();
    installed(&python, "The Python packages of tests/clients");
    Command::new(python)
}

/// Node.js, for scripts in tests/clients.
pub fn node() -> Command {
    installed(
        &environment::clients().join("@gitbeaker/rest/package.json"),
        "The npm packages of tests/clients",
    );
    Command::new("node")
}

#[track_caller]
fn installed(file: &Path, what: &str) {
    assert!(
        file.is_file(),
        "{what} are not installed: there is no {}. Run `cargo xtask test` once.",
        file.display()
    );
}
