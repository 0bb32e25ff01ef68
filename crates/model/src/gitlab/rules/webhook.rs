//! Webhooks. Their URLs are secrets, so no sentence contains them.

use super::token::to_send;
use crate::form::Lookup;
use crate::text::url;

pub(super) fn is_url(form: &dyn Lookup, at: &str) -> Option<String> {
    let text = to_send(form, at);
    if text.is_empty() {
        return None;
    }
    url::check_http_url(&text).err().map(|error| error.to_string())
}

// Seen on GitLab 17: only https, and only this host name of Discord, in small letters.
fn is_at_discord(text: &str) -> bool {
    text.strip_prefix("https://discord.com").is_some_and(|path| path.is_empty() || path.starts_with('/'))
}

pub(super) fn is_discord(form: &dyn Lookup, at: &str) -> Option<String> {
    let text = to_send(form, at);
    (url::check_http_url(&text).is_ok() && !is_at_discord(&text)).then(|| {
        "GitLab 17 and later accept only webhooks that begin with https://discord.com/api/webhooks/. Use that address, also \
         for the test versions of Discord."
            .to_owned()
    })
}
