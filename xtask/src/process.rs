//! Starting other programs: never with standard input, so that nothing can stop to ask.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Failure, Result};

/// Variables that `cargo run` sets for this program. Build scripts would take them for a change and run again.
const SET_BY_CARGO_RUN: [&str; 4] = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_NAME", "CARGO_CRATE_NAME"];

/// A program, by name or path, without standard input.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.stdin(Stdio::null());
    for (key, _) in env::vars_os() {
        let leaked =
            key.to_str().is_some_and(|key| SET_BY_CARGO_RUN.iter().any(|start| key.starts_with(start)));
        if leaked {
            command.env_remove(key);
        }
    }
    command
}

/// The Cargo that started this program.
pub fn cargo() -> Command {
    program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a program that prints for the person, and fails when it does.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(ended_badly(command, &status.to_string())) }
}

/// What a program prints on standard output; `None` when it is missing or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// For a program that could not even be started.
pub fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    Failure::new(format!("`{}` could not be started: {error}.", line(command)))
}

/// For a program that ended with a failure, which it has explained itself.
pub fn ended_badly(command: &Command, status: &str) -> Failure {
    Failure::new(format!("`{}` ended with {status}. What it said is above.", line(command)))
}

/// Where PATH finds a program.
pub fn find(name: &str) -> Option<PathBuf> {
    find_in(&env::var_os("PATH")?, name)
}

/// PATH with these folders before all others.
pub fn path_with(folders: &[&Path]) -> Result<OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    let folders = folders.iter().map(|folder| folder.to_path_buf()).chain(env::split_paths(&rest));
    env::join_paths(folders)
        .map_err(|error| Failure::new(format!("The folder of this checkout cannot be put on PATH: {error}.")))
}

fn find_in(path: &OsStr, name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(path).map(|folder| folder.join(&file)).find(|file| file.is_file())
}

/// The command as one would type it, with the program's name alone.
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
        assert!(failure.to_string().starts_with("`no-such-program` could not be started: "), "{failure}");
        let status = ended_badly(program("cargo").args(["fmt", "--check"]), "exit status: 1");
        assert_eq!(
            status.to_string(),
            "`cargo fmt --check` ended with exit status: 1. What it said is above."
        );
    }

    #[test]
    fn finds_only_files_on_the_path() {
        let here = env!("CARGO_MANIFEST_DIR");
        assert_eq!(find_in(OsStr::new(here), "Cargo.toml"), Some(Path::new(here).join("Cargo.toml")));
        assert_eq!(find_in(OsStr::new(here), "src"), None);
    }
}
