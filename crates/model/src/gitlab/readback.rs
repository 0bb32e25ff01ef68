//! After a PUT to GitLab: what it ignored. GitLab drops parameters that it does not know without a word.

use crate::edit::Readback;
use crate::edit::readback::{changed_besides, compare};
use crate::form::Schema;
use crate::object::Object;

/// Compares what was sent with the settings that the server has now (`after`); `before` is what it had, and empty for
/// one that was never set up. Secrets are never returned and so left out.
pub fn readback(schema: &Schema, before: &Object, sent: &Object, after: &Object) -> Readback {
    let name = |id: u64| format!("#{id}");
    let mut result = compare(schema, sent, after, |_| false, &name);
    result.others = changed_besides(schema, before, sent, after, &name);
    // Older servers leave out settings with names like these, secret or not, and the flags of newer events altogether.
    let is_hidden = |label: &String| {
        let hides = |key: &str| {
            key.ends_with("_events") || ["key", "token", "password"].iter().any(|part| key.contains(part))
        };
        schema.fields().any(|field| field.label == label.as_str() && hides(&field.key))
    };
    (result.unverified, result.dropped) =
        std::mem::take(&mut result.unverified).into_iter().partition(is_hidden);
    result
}
