//! What a parameter of an integration may hold.

use super::Event;
use crate::form::Choice;
use crate::text::recipients::Recipients;

/// What a parameter may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamKind {
    /// One line of text.
    Text,
    /// Text of several lines.
    Multiline,
    /// An absolute http(s) URL.
    Url,
    /// A whole number; the only one in the manual is a port.
    Integer {
        /// Smallest number.
        min: i64,
        /// Largest number.
        max: i64,
    },
    /// On or off.
    Toggle,
    /// One of these, written as text on the wire.
    Choice(&'static [Choice]),
    /// A token, a password, or an address that is as good as one; never returned.
    Secret,
    /// As [`ParamKind::Secret`], an address that must be an http(s) URL.
    SecretUrl,
    /// Addresses, in a list of the separator that this integration wants.
    Recipients(Recipients),
    /// Whether GitLab tells the service about this event.
    Event(Event),
    /// The channel that gets the messages about this event.
    Channel(Event),
}

impl ParamKind {
    /// Its type on the wire, in the manual's words.
    pub fn wire_type(self) -> &'static str {
        match self {
            Self::Toggle | Self::Event(_) => "boolean",
            Self::Integer { .. } => "integer",
            Self::Text
            | Self::Multiline
            | Self::Url
            | Self::Choice(_)
            | Self::Secret
            | Self::SecretUrl
            | Self::Recipients(_)
            | Self::Channel(_) => "string",
        }
    }

    /// Whether it is a secret: sent, and never returned.
    pub fn is_secret(self) -> bool {
        matches!(self, Self::Secret | Self::SecretUrl)
    }

    /// Whether it is on or off.
    pub fn is_toggle(self) -> bool {
        self.wire_type() == "boolean"
    }
}
