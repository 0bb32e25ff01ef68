//! After saving: did the server do what was asked, and nothing else?

use super::is_secret;
use crate::edit::readback::{Readback, compare};
use crate::form::read_entry;
use crate::{Kind, Object, Schema};

/// Compares what was asked (`patch`) with what is there now (`after`); `before` is what was there. Secrets are never
/// returned and so left out.
pub fn readback(
    schema: &Schema,
    before: &Object,
    patch: &Object,
    after: &Object,
    project: &dyn Fn(u64) -> String,
) -> Readback {
    let mut result = compare(schema, patch, after, |key| is_secret(key) || key == "type", project);
    let disabled = |settings: &Object| {
        let entry = read_entry(&Kind::Toggle { inverted: false }, settings.get("disabled")?)?;
        Some(entry.is_on())
    };
    if let (Some(was), Some(is)) = (disabled(before), disabled(after))
        && was != is
    {
        result.switched = Some(!is);
    }
    result
}
