//! Tokens and keys. No sentence contains their text.

use crate::form::{Entry, Lookup};

/// The text of the secret `key` that is to be sent; empty if none is.
pub(super) fn to_send(form: &dyn Lookup, key: &str) -> String {
    match form.entry(key) {
        Some(Entry::Secret(secret)) => secret.to_send().unwrap_or_default().to_owned(),
        Some(Entry::Text(_) | Entry::Toggle(_) | Entry::Projects(_)) | None => String::new(),
    }
}

pub(super) fn spaces(form: &dyn Lookup, key: &str) -> Option<String> {
    to_send(form, key)
        .contains(char::is_whitespace)
        .then(|| "Tokens and keys cannot contain spaces. Check that only the token was copied.".to_owned())
}
