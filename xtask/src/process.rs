//! Starting other programs: never with standard input, so that nothing can stop to ask.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;

/// Variables that `cargo run` sets for this program. Build scripts would take them for a change and run again.
const SET_BY_CARGO_RUN: [&str; 4] = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_NAME", "CARGO_CRATE_NAME"];

/// A program, by name or path, without standard input.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.stdin(Stdio::null());
    for (key, _) in env::vars_os() {
        let key = key.to_string_lossy();
        if SET_BY_CARGO_RUN.iter().any(|start| key.starts_with(start)) {
            command.env_remove(key.as_ref());
        }
    }
    command
}

/// The Cargo that started this program, in the folder of the workspace.
pub fn cargo(workspace: &Workspace, arguments: &[&str]) -> Command {
    let mut command = program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(&workspace.root).env("CARGO_TARGET_DIR", &workspace.target);
    command
}

/// Runs a program that prints for the person, and fails when it does.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| not_started(command))?;
    succeeded(command, status)
}

/// Fails unless the program ended well.
pub fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    bail!("`{}` ended with {status}. Its messages are above.", line(command))
}

/// For a program that could not be started.
pub fn not_started(command: &Command) -> String {
    format!("`{}` could not be started", line(command))
}

/// What a program prints on standard output; `None` when it is missing or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// The first number in what a program prints for this argument: 156 in `Chromium 156.0.8078.73 built on Debian`.
pub fn major_version(name: &Path, argument: &str) -> Option<u32> {
    major(&output(program(name).arg(argument))?)
}

fn major(text: &str) -> Option<u32> {
    let version = text.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    version.split('.').next()?.parse().ok()
}

/// Where PATH finds a program.
pub fn find(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|file| file.is_file())
}

/// The command as a person types it, with the program's name alone.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_command_that_failed() {
        let failure = run(&mut program("/bin/no-such-program")).unwrap_err();
        assert_eq!(failure.to_string(), "`no-such-program` could not be started");
        let failure = run(program("/bin/sh").args(["-c", "exit 3"])).unwrap_err();
        assert_eq!(failure.to_string(), "`sh -c exit 3` ended with exit status: 3. Its messages are above.");
    }

    #[test]
    fn reads_the_major_version_of_browsers_and_drivers() {
        assert_eq!(major("Chromium 156.0.8078.73 built on Debian GNU/Linux 12 (bookworm)"), Some(156));
        assert_eq!(major("javac 17.0.1"), Some(17));
        assert_eq!(major("no version"), None);
    }
}
