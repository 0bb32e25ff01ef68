//! What went wrong, as sentences for the person who ran the command.

use std::fmt::{self, Display};
use std::io;
use std::path::Path;

/// The outcome of everything here that can fail.
pub type Result<T> = std::result::Result<T, Failure>;

/// One or more whole sentences: what is wrong, and what would be right.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    /// Takes the sentences as they are.
    pub fn new(sentences: impl Into<String>) -> Self {
        Self(sentences.into())
    }

    /// For `map_err`: names the file that could not be read or written.
    pub fn with_file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self(format!("{} could not be used: {error}.", path.display()))
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}
