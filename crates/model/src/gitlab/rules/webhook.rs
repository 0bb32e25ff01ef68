//! Addresses that take messages. Their text is a secret, so no sentence repeats it.

use super::token::sent;
use crate::Lookup;
use crate::text::url;

pub(super) fn is_address(form: &dyn Lookup) -> Option<String> {
    let text = sent(form, "webhook");
    if text.is_empty() {
        return None;
    }
    url::check_http_url(&text).err().map(|error| error.to_string())
}

// Seen on GitLab 17: https, this host and no other name of Discord's.
pub(super) fn is_discord(form: &dyn Lookup) -> Option<String> {
    let text = sent(form, "webhook");
    let is_right = text.starts_with("https://") && url::host(&text) == "discord.com";
    (url::check_http_url(&text).is_ok() && !is_right).then(|| {
        "GitLab takes only webhooks of discord.com: the address begins with https://discord.com/api/webhooks/."
            .to_owned()
    })
}
