//! Which fields hold secrets. Servers should never send one; if one does, it is dropped on receipt.

use crate::Object;
use serde_json::Value;

/// The secrets an integration takes.
pub const SECRETS: &[&str] = &["pat", "password"];

/// Whether a field of this name may hold a secret: those we send, `encryptedPat` and `encryptedPassword`, the four of a
/// GitHub App (`githubAppClientSecret`, `githubAppSecret`, `githubAppPem`, `githubAppWebhookSecret`), and whatever else
/// is named like one.
pub fn is_secret(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    key == "pat"
        || key.starts_with("encrypted")
        || key.ends_with("pem")
        || ["password", "secret", "token", "privatekey", "apikey"].iter().any(|part| key.contains(part))
}

/// Removes every secret, at any depth. Booleans stay: `requireUserPat` or `tokenSet` say nothing secret.
pub fn strip_secrets(settings: &mut Object) {
    settings.retain(|key, value| value.is_boolean() || !is_secret(key));
    settings.values_mut().for_each(strip_value);
}

fn strip_value(value: &mut Value) {
    match value {
        Value::Object(settings) => strip_secrets(settings),
        Value::Array(items) => items.iter_mut().for_each(strip_value),
        _ => {}
    }
}
