//! Which settings hold secrets. Jira should never send one; if it does, the model drops it when it reads the response.

use crate::form::{plain_name, says_secret, strip};
use crate::object::Object;

/// The secrets that requests carry.
pub const SECRETS: &[&str] = &["pat", "password"];

/// Whether a setting with this name may hold a secret: [`SECRETS`], `encryptedPat` and `encryptedPassword`, the four of a
/// GitHub App (`githubAppClientSecret`, `githubAppSecret`, `githubAppPem`, `githubAppWebhookSecret`), and any other name
/// that contains a word for a secret.
pub fn is_secret(key: &str) -> bool {
    // It ends like a token, but is a toggle: whether users need tokens of their own.
    if key == "requireUserPat" {
        return false;
    }
    let own_word = key.ends_with("Pat") || key.ends_with("_pat") || key.ends_with("-pat");
    let plain = plain_name(key);
    own_word
        || plain == "pat"
        || plain.starts_with("encrypted")
        || plain.ends_with("pem")
        || says_secret(&plain, &[])
}

/// Removes every secret, at any depth. Booleans stay.
pub fn strip_secrets(settings: &mut Object) {
    strip(settings, |key, _| is_secret(key));
}
