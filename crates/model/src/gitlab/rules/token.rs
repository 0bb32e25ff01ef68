//! Tokens and keys. No sentence contains their text.

use crate::form::{Entry, Lookup};

/// The text of the secret `key` that is to be sent; empty if none is.
pub(super) fn to_send(form: &dyn Lookup, key: &str) -> String {
    match form.entry(key) {
        Some(Entry::Secret(secret)) => secret.to_send().unwrap_or_default().to_owned(),
        Some(Entry::Text(_) | Entry::Toggle(_) | Entry::Projects(_)) | None => String::new(),
    }
}
