//! What a parameter of an integration accepts.

use super::event::Event;
use crate::form::{Choice, KeyFile};
use crate::text::recipients::Recipients;
use serde_json::Value;

/// What a parameter accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamKind {
    /// One line of text.
    Text,
    /// Text with any number of lines.
    Multiline,
    /// An absolute http(s) URL, with or without a fragment.
    Url,
    /// A whole number from `min` to `max`, both included.
    Integer {
        /// Smallest number allowed.
        min: i64,
        /// Largest number allowed.
        max: i64,
    },
    /// On or off.
    Toggle,
    /// One of these options, as a string on the wire.
    Choice(&'static [Choice]),
    /// One of these options, as a number on the wire.
    NumberChoice(&'static [Choice]),
    /// A token or password, which GitLab never returns.
    Secret,
    /// A [`ParamKind::Secret`] that must be an http(s) URL.
    SecretUrl,
    /// A [`ParamKind::Secret`] that is the content of a file.
    KeyFile(KeyFile),
    /// A list of email addresses or IRC channels.
    Recipients(Recipients),
    /// A list of texts.
    Lines,
    /// Whether GitLab reports this event to the service.
    Event(Event),
    /// The channel for messages about this event.
    Channel(Event),
    /// A [`ParamKind::SecretUrl`] that receives the messages about this event in place of the integration's own.
    Webhook(Event),
}

impl ParamKind {
    /// The type in the manual: `boolean`, `integer`, `array` or `string`.
    pub fn wire_type(self) -> &'static str {
        match self {
            Self::Toggle | Self::Event(_) => "boolean",
            Self::Integer { .. } | Self::NumberChoice(_) => "integer",
            Self::Lines => "array",
            Self::Text
            | Self::Multiline
            | Self::Url
            | Self::Choice(_)
            | Self::Secret
            | Self::SecretUrl
            | Self::KeyFile(_)
            | Self::Recipients(_)
            | Self::Channel(_)
            | Self::Webhook(_) => "string",
        }
    }

    /// Whether it is a secret: GitLab accepts it and never returns it.
    pub fn is_secret(self) -> bool {
        matches!(self, Self::Secret | Self::SecretUrl | Self::KeyFile(_) | Self::Webhook(_))
    }

    /// Whether it is the toggle of an event.
    pub fn is_event(self) -> bool {
        matches!(self, Self::Event(_))
    }

    /// What is sent for a value of the form: options may be numbers.
    pub(super) fn on_wire(self, value: Value) -> Value {
        let number = match (self, &value) {
            (Self::NumberChoice(_), Value::String(text)) => text.parse::<i64>().ok(),
            _ => None,
        };
        number.map_or(value, Value::from)
    }

    /// Whether it is on or off.
    pub fn is_toggle(self) -> bool {
        self.wire_type() == "boolean"
    }
}
