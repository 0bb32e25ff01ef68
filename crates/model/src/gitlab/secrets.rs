//! Which settings hold secrets. Newer servers never send one; if an older one does, it is dropped on receipt.

use crate::Object;
use serde_json::Value;

/// Whether a setting of this name may hold a secret: a token, key or password, a webhook, which is as good as one, or
/// the file of a service account.
pub fn is_secret(key: &str) -> bool {
    let key: String =
        key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    // A Pushover user key alone sends messages, as a Bamboo build key or a Jira project key does not.
    key == "userkey"
        || [
            "token",
            "password",
            "passphrase",
            "secret",
            "webhook",
            "apikey",
            "privatekey",
            "credential",
            "serviceaccount",
        ]
        .iter()
        .any(|part| key.contains(part))
}

/// Removes every secret, at any depth. Booleans stay: that one is set says nothing secret.
pub fn strip_secrets(settings: &mut Object) {
    settings.retain(|key, value| value.is_boolean() || !(is_secret(key) || is_webhook(key, value)));
    settings.values_mut().for_each(strip_value);
}

fn strip_value(value: &mut Value) {
    match value {
        Value::Object(settings) => strip_secrets(settings),
        Value::Array(items) => items.iter_mut().for_each(strip_value),
        _ => {}
    }
}

/// For Discord the field of an event's channel holds a webhook.
fn is_webhook(key: &str, value: &Value) -> bool {
    key.ends_with("_channel") && value.as_str().is_some_and(|text| text.contains("://"))
}
