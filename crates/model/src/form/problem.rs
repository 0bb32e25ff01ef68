//! What is wrong, said in a whole sentence and tied to the field that can mend it.

use std::fmt;

/// One thing that keeps a form or a request from being accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Key of the field it belongs to; empty when it concerns the form as a whole.
    pub field: String,
    /// A whole sentence: what is wrong and what would be right.
    pub message: String,
}

impl Problem {
    /// A problem of the field `field`.
    pub fn of(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }

    /// A problem of the form as a whole.
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
