//! Signing in to Jenkins.

use super::token::sent;
use crate::Lookup;

// Seen on GitLab 14 to 16: the user name may be blank only while no password is given.
pub(super) fn name_with_password(form: &dyn Lookup) -> Option<String> {
    (!sent(form, "password").is_empty() && form.text("username").is_empty())
        .then(|| "A password requires a user name. Enter one, or remove the password.".to_owned())
}
