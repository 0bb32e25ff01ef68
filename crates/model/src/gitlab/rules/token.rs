//! Secrets that are to be sent. No sentence repeats them.

use crate::{Entry, Lookup};

/// The text of the secret `key` that is to be sent; empty when none is.
pub(super) fn sent(form: &dyn Lookup, key: &str) -> String {
    match form.entry(key) {
        Some(Entry::Secret(secret)) => secret.to_send().unwrap_or_default().to_owned(),
        Some(Entry::Text(_) | Entry::Toggle(_) | Entry::Projects(_)) | None => String::new(),
    }
}

pub(super) fn has_blanks(form: &dyn Lookup, key: &str) -> Option<String> {
    sent(form, key)
        .contains(char::is_whitespace)
        .then(|| "Tokens and keys do not contain spaces. Check that only the token was copied.".to_owned())
}
