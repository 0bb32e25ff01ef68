//! The user name and password for Jenkins.

use super::token::to_send;
use crate::form::Lookup;

/// The sentence for a password without a user name.
pub const NO_USER_NAME: &str = "A password requires a user name. Enter one, or remove the password.";

// Seen on GitLab 14 to 16: the user name may be empty only if there is no password.
pub(super) fn user_name(form: &dyn Lookup, at: &str) -> Option<String> {
    (!to_send(form, "password").is_empty() && form.text(at).is_empty()).then(|| NO_USER_NAME.to_owned())
}
