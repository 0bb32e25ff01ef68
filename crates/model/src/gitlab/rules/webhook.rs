//! Webhooks. Their URLs are secrets, so no sentence contains them.

use super::token::to_send;
use crate::form::Lookup;
use crate::text::url;

pub(super) fn is_url(form: &dyn Lookup) -> Option<String> {
    let text = to_send(form, "webhook");
    if text.is_empty() {
        return None;
    }
    url::check_http_url(&text).err().map(|error| error.to_string())
}

// Seen on GitLab 17: only https, and only this host name of Discord.
pub(super) fn is_discord(form: &dyn Lookup) -> Option<String> {
    let text = to_send(form, "webhook");
    let is_right = text.starts_with("https://") && url::host(&text) == "discord.com";
    (url::check_http_url(&text).is_ok() && !is_right).then(|| {
        "GitLab 17 and later accept only webhooks that begin with https://discord.com/api/webhooks/. Use that address, also \
         for the test versions of Discord."
            .to_owned()
    })
}
