//! Which fields hold secrets. Servers should never send one; if one does, it is dropped on receipt.

use crate::Object;
use serde_json::Value;

/// The secrets an integration takes.
pub const SECRETS: &[&str] = &["pat", "password"];

/// Whether a field of this name may hold a secret: those we send, `encryptedPat` and `encryptedPassword`, the four of a
/// GitHub App (`githubAppClientSecret`, `githubAppSecret`, `githubAppPem`, `githubAppWebhookSecret`), and whatever else
/// is named like one.
pub fn is_secret(key: &str) -> bool {
    // The one documented name that ends like a token, but only asks users for theirs.
    if key == "requireUserPat" {
        return false;
    }
    let own_word = key.ends_with("Pat") || key.ends_with("_pat") || key.ends_with("-pat");
    let key: String =
        key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    own_word
        || key == "pat"
        || key.starts_with("encrypted")
        || key.ends_with("pem")
        || ["password", "passphrase", "secret", "token", "privatekey", "apikey", "credential"]
            .iter()
            .any(|part| key.contains(part))
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
