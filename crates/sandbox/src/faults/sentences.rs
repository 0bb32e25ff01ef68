//! What is wrong with a file, gathered until its end.

use super::BadFaults;
use super::json::Place;

#[derive(Default)]
pub(super) struct Sentences(Vec<String>);

impl Sentences {
    pub(super) fn add(&mut self, at: Place, sentence: impl AsRef<str>) {
        self.0.push(format!("{at}: {}", sentence.as_ref()));
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn none_or<T>(self, good: T) -> Result<T, BadFaults> {
        if self.0.is_empty() { Ok(good) } else { Err(BadFaults(self.0)) }
    }
}
