//! After a PUT to Jira: did the server do what was asked, and nothing else?

use super::is_secret;
use crate::Object;
use crate::edit::Readback;
use crate::edit::readback::{changed_besides, compare};
use crate::form::{Kind, Schema, read_entry};

/// Compares what was asked (`patch`) with what the server has now (`after`); `before` is what it had. Secrets are never
/// returned and so left out. `project` names a Jira project by its id.
pub fn readback(
    schema: &Schema,
    before: &Object,
    patch: &Object,
    after: &Object,
    project: &dyn Fn(u64) -> String,
) -> Readback {
    let mut result = compare(schema, patch, after, |key| is_secret(key) || key == "type", project);
    result.others = changed_besides(schema, before, patch, after, project);
    let disabled = |settings: &Object| {
        let entry = read_entry(&Kind::Toggle { inverted: false }, settings.get("disabled")?)?;
        Some(entry.is_on())
    };
    // A new form has a switch of its own for it.
    if let (Some(was), Some(is)) = (disabled(before), disabled(after))
        && was != is
        && !patch.contains_key("disabled")
    {
        result.switched = Some(!is);
        result.others.retain(|change| change.key != "disabled");
    }
    result
}
