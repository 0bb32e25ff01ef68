//! A token or password that servers take but never give back.

use std::fmt;

/// What shall happen to a stored secret. Neither `Debug` nor any other output of this crate ever shows its text.
#[derive(Clone, Default, PartialEq, Eq)]
pub enum Secret {
    /// Leave the stored one as it is: nothing is sent.
    #[default]
    Keep,
    /// Send this text in its place.
    Replace(String),
    /// Send an empty text, so that none is stored any more.
    Clear,
}

impl Secret {
    /// The text to send, if any: `None` keeps what is stored, `Some("")` clears it.
    pub fn to_send(&self) -> Option<&str> {
        match self {
            Self::Keep => None,
            Self::Replace(text) => Some(text),
            Self::Clear => Some(""),
        }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Keep => "Keep",
            Self::Replace(_) => "Replace(…)",
            Self::Clear => "Clear",
        })
    }
}
