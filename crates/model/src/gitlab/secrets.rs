//! Which settings hold secrets. GitLab 14.8 still sends some; the model drops them when it reads the response.

use super::catalogue::find;
use crate::form::{plain_name, says_secret, strip};
use crate::object::Object;
use serde_json::Value;

/// Whether a setting with this name may hold a secret: a token, key or password, the file of a service account, or a
/// webhook: everyone who knows its URL can post there. The name of a key's file is none.
pub fn is_secret(key: &str) -> bool {
    if key.ends_with("_file_name") {
        return false;
    }
    let plain = plain_name(key);
    // A Pushover user key is enough to send messages. A Bamboo build key or a Jira project key is no secret.
    plain == "userkey" || says_secret(&plain, &["webhook", "serviceaccount", "licensekey"])
}

/// Removes every secret from the settings of this integration, at any depth. Where the catalogue knows a setting, it decides:
/// channels of Discord are webhooks, and the name of a token is none.
pub fn strip_secrets_of(slug: &str, settings: &mut Object) {
    let Some(spec) = find(slug) else { return strip_secrets(settings) };
    let only_named = spec.params.iter().filter(|param| !param.kind.is_secret() && is_secret(param.key));
    let kept: Vec<_> = only_named
        .filter_map(|param| settings.remove_entry(param.key))
        .filter(|(_, value)| value.is_string())
        .collect();
    settings
        .retain(|key, value| value.is_boolean() || value == "" || spec.secrets().all(|secret| secret != key));
    strip_secrets(settings);
    settings.extend(kept);
}

/// Removes every secret, at any depth. Booleans stay.
pub fn strip_secrets(settings: &mut Object) {
    strip(settings, holds_secret);
}

/// Whether this value may be a secret: by its name, or because it is the channel of an event of Discord, which is a webhook.
pub(crate) fn holds_secret(key: &str, value: &Value) -> bool {
    let is_webhook = || key.ends_with("_channel") && value.as_str().is_some_and(|text| text.contains("://"));
    is_secret(key) || is_webhook()
}
