//! Tokens and keys. No sentence contains their text.

use crate::form::{Entry, Lookup};
use crate::text::secret::cleaned;

/// The text of the secret `key` that is to be sent, without what was pasted along; empty if none is.
pub(super) fn to_send(form: &dyn Lookup, key: &str) -> String {
    match form.entry(key) {
        Some(Entry::Secret(secret)) => cleaned(key, secret.to_send().unwrap_or_default()).to_owned(),
        Some(Entry::Text(_) | Entry::Toggle(_) | Entry::Projects(_)) | None => String::new(),
    }
}
