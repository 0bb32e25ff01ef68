//! Tokens and passwords: servers accept them and never return them.

use crate::object::Object;
use serde_json::Value;
use std::fmt;

/// What to do with a stored secret. Neither `Debug` nor any other output of this crate contains its text.
#[derive(Clone, Default, PartialEq, Eq)]
pub enum Secret {
    /// Keep the stored secret: nothing is sent.
    #[default]
    Keep,
    /// Replace it with this text.
    Replace(String),
    /// Remove it: an empty text is sent.
    Clear,
}

impl Secret {
    /// The text to send: `None` keeps the stored secret, `Some("")` removes it.
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

/// Words in the names of secrets that both vendors use.
const WORDS: &[&str] = &["password", "passphrase", "secret", "token", "privatekey", "apikey", "credential"];

/// The letters and digits of a setting's name, in lower case: `privateKey` and `private_key` give the same.
pub(crate) fn plain_name(key: &str) -> String {
    key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

/// Whether a [`plain_name`] contains a word for a secret: one of both vendors, or one of `more`.
pub(crate) fn says_secret(plain: &str, more: &[&str]) -> bool {
    WORDS.iter().chain(more).any(|word| plain.contains(word))
}

/// Removes every setting that `is_secret` recognizes by its name and value, at any depth. Booleans stay: that a token is
/// set or required is not a secret.
pub(crate) fn strip(settings: &mut Object, is_secret: fn(&str, &Value) -> bool) {
    settings.retain(|key, value| value.is_boolean() || !is_secret(key, value));
    settings.values_mut().for_each(|value| strip_value(value, is_secret));
}

fn strip_value(value: &mut Value, is_secret: fn(&str, &Value) -> bool) {
    match value {
        Value::Object(settings) => strip(settings, is_secret),
        Value::Array(items) => items.iter_mut().for_each(|item| strip_value(item, is_secret)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
