//! Addresses that take messages. Their text is a secret, so no sentence repeats it.

use crate::{Entry, Lookup, url};

/// The webhook that is to be sent; empty when none is.
fn webhook(form: &dyn Lookup) -> String {
    match form.entry("webhook") {
        Some(Entry::Secret(secret)) => secret.to_send().unwrap_or_default().to_owned(),
        Some(Entry::Text(_) | Entry::Toggle(_) | Entry::Projects(_)) | None => String::new(),
    }
}

pub(super) fn is_address(form: &dyn Lookup) -> Option<String> {
    let text = webhook(form);
    if text.is_empty() {
        return None;
    }
    url::check_http_url(&text).err().map(|error| error.to_string())
}

// Seen on GitLab 14 to 16.
pub(super) fn is_discord(form: &dyn Lookup) -> Option<String> {
    let text = webhook(form);
    (!text.is_empty() && url::check_http_url(&text).is_ok() && url::host(&text) != "discord.com").then(|| {
        "GitLab takes only webhooks of discord.com: the address begins with https://discord.com/api/webhooks/."
            .to_owned()
    })
}
