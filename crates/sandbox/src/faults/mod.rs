//! Requests that go wrong on purpose, as a file says: docs/faults.md.

mod answering;
mod counting;
mod fault;
mod json;
mod numbers;
mod object;
mod outcome;
mod page;
mod path;
mod reading;
mod sentences;

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use fault::Fault;

pub(crate) use answering::disturb;
pub(crate) use counting::Counted;

/// What goes wrong with which requests. By default nothing does.
#[derive(Clone, Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Reads a file.
    ///
    /// # Errors
    /// When the file cannot be read, or is no list of faults.
    pub fn open(file: &Path) -> Result<Self, BadFaults> {
        let name = file.display().to_string();
        let text = std::fs::read_to_string(file)
            .map_err(|cause| BadFaults(vec![format!("{name} cannot be read: {cause}.")]))?;
        text.parse().map_err(|BadFaults(sentences)| {
            BadFaults(sentences.into_iter().map(|sentence| format!("{name}, {sentence}")).collect())
        })
    }

    /// Whether nothing goes wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Reads the text of a file.
impl FromStr for Faults {
    type Err = BadFaults;

    fn from_str(text: &str) -> Result<Self, BadFaults> {
        reading::read(text).map(Self)
    }
}

/// Why there are no faults: whole sentences, one for each mistake, each with its line and column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadFaults(Vec<String>);

impl fmt::Display for BadFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl std::error::Error for BadFaults {}
