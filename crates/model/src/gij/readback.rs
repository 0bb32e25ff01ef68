//! After saving: whether Jira stored what was sent, and nothing else.

use super::secrets::is_secret;
use crate::edit::readback::{Readback, compare};
use crate::form::read_entry;
use crate::{Kind, Object, Schema};

/// Compares what was sent (`patch`) with the settings `after` saving; `before` is what was stored. Secrets are never
/// returned, so they are not compared. `project` names a Jira project by its id.
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
