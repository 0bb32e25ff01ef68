//! What `cargo xtask test` checks, in the words of docs/contributing.md, so that both are the same commands.

use std::process::Command;

use crate::process;
use crate::workspace::Workspace;

/// The form of all code.
pub const FORMAT: &str = "cargo fmt --all --check";
/// Clippy on all that runs on this machine.
pub const CLIPPY: &str = "cargo clippy --workspace --exclude patchbay --all-targets -- -D warnings";
/// Clippy on the app, as Trunk will build it, so that it finds the macros and build scripts compiled.
pub const CLIPPY_APP: &str = "cargo clippy -p patchbay --release --all-targets --features split \
                              --target wasm32-unknown-unknown -- -D warnings";
/// All tests but those in the browser.
pub const TESTS: &str =
    "cargo test -p patchbay-model -p patchbay-scan -p patchbay-sandbox -p patchbay-pack -p xtask -p patchbay";
/// The browser tests of one group, which come first.
pub const BROWSER_TESTS: &str = "cargo test -p patchbay-tests --test browser -- list::";
/// The group.
pub const FIRST_GROUP: &str = "list::";

/// The command with these flags of Cargo's more.
pub fn command(workspace: &Workspace, line: &str, flags: &[&str]) -> Command {
    let mut words: Vec<&str> = line.split(' ').skip(1).collect();
    words.splice(1..1, flags.iter().copied());
    process::cargo(workspace, &words)
}
