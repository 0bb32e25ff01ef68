//! A problem: a sentence, and the field that it belongs to.

use std::fmt;

/// A reason why a form cannot be sent or a request is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Key of the field that it belongs to; empty if it concerns the whole form.
    pub field: String,
    /// A sentence: what is wrong and what to do.
    pub message: String,
}

impl Problem {
    /// A problem of the field `field`.
    pub fn of(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }

    /// A problem of the whole form.
    pub fn general(message: impl Into<String>) -> Self {
        Self::of("", message)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}
