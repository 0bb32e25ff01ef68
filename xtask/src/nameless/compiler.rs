//! What Cargo takes for a wrapper of the compiler: hides from one crate where it lies.
//!
//! A macro of `wasm_split_helpers` makes the name of a symbol from that folder, and Trunk names the app's files by all
//! symbols.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// The name under which this program is the wrapper.
pub const NAME: &str = "patchbay-rustc";
/// Variable with the wrapper that somebody has already, to be called in turn.
pub const NEXT: &str = "PATCHBAY_RUSTC_WRAPPER";
/// What the macro reads.
const PLACE: &str = "CARGO_MANIFEST_PATH";
const CRATE: &str = "wasm_split_helpers";

/// Does what Cargo asks of the compiler: the first argument is the compiler, the others are for it.
pub fn run() -> ExitCode {
    let mut words = env::var_os(NEXT).into_iter().chain(env::args_os().skip(1));
    let Some(program) = words.next() else {
        eprintln!("{NAME} is for Cargo, which names the compiler in the first place.");
        return ExitCode::FAILURE;
    };
    let arguments: Vec<OsString> = words.collect();
    let mut command = Command::new(&program);
    if compiles(&arguments)
        && let Some(place) = env::var_os(PLACE)
    {
        command.env(PLACE, from_crate_on(Path::new(&place)));
    }
    match command.args(arguments).status() {
        Ok(status) => {
            status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from)
        }
        Err(error) => {
            eprintln!("{} could not be started: {error}.", program.display());
            ExitCode::FAILURE
        }
    }
}

fn compiles(arguments: &[OsString]) -> bool {
    arguments.windows(2).any(|pair| pair == ["--crate-name", CRATE])
}

/// `wasm_split_helpers-0.2.3/Cargo.toml`, wherever that is.
fn from_crate_on(place: &Path) -> PathBuf {
    let parts: Vec<_> = place.components().collect();
    parts.get(parts.len().saturating_sub(2)..).into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hides_the_place_of_one_crate() {
        let arguments = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert!(compiles(&arguments("--crate-name wasm_split_helpers --edition=2024")));
        assert!(!compiles(&arguments("--crate-name patchbay --cfg wasm_split_helpers")));
        let place = "/home/ada/.cargo/registry/src/index/wasm_split_helpers-0.2.3/Cargo.toml";
        assert_eq!(from_crate_on(Path::new(place)), Path::new("wasm_split_helpers-0.2.3/Cargo.toml"));
    }
}
