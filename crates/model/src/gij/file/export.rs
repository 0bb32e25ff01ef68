//! Integrations as a JSON file: the same integrations give the same text, apart from the time.

use super::entry::{Exported, OTHER, exported};
use super::forms::Forms;
use crate::gij::integration::Integration;
use crate::slices::{go_on, in_one_go};
use serde_json::Value;

/// What a file says first, so that it is told from others.
pub const WHAT: &str = "git-integrations";

/// The version of the format.
pub const VERSION: u64 = 1;

/// The integrations in the order of a file: by type, origin, name and number.
pub(super) fn ordered(integrations: &[Integration]) -> Vec<&Integration> {
    let mut ordered: Vec<&Integration> = integrations.iter().collect();
    ordered
        .sort_by_cached_key(|one| (one.kind.name().to_owned(), one.origin().to_owned(), one.name(), one.id));
    ordered
}

/// A JSON file of these integrations. `jira` is the address of their Jira, `at` the time in the form
/// `2026-11-26T08:00:00Z`.
pub fn export_json(integrations: &[Integration], jira: &str, at: &str) -> String {
    in_one_go(export_json_in_slices(integrations, jira, at, &mut go_on)).unwrap_or_default()
}

/// The same, with rests between the integrations.
pub async fn export_json_in_slices(
    integrations: &[Integration],
    jira: &str,
    at: &str,
    rest: &mut impl AsyncFnMut(),
) -> String {
    let mut forms = Forms::default();
    let mut text = format!(
        "{{\n  \"patchbay\": \"{WHAT}\",\n  \"version\": {VERSION},\n  \"jira\": {},\n  \"exportedAt\": {},\n  \
         \"integrations\": [",
        Value::from(jira),
        Value::from(at)
    );
    for (index, one) in ordered(integrations).into_iter().enumerate() {
        text.push_str(if index > 0 { ",\n    {\n" } else { "\n    {\n" });
        let Exported { settings, other } = exported(one, &forms.of(one));
        let mut lines = vec![
            line("id", &Value::from(one.id)),
            line("type", &Value::from(one.kind.name())),
            line("disabled", &Value::Bool(one.is_disabled())),
        ];
        lines.extend(settings.iter().map(|(key, value)| line(key, value)));
        if !other.is_empty() {
            lines.push(line(OTHER, &Value::Object(other)));
        }
        text.push_str(&lines.join(",\n"));
        text.push_str("\n    }");
        rest().await;
    }
    text.push_str(if integrations.is_empty() { "]\n}\n" } else { "\n  ]\n}\n" });
    text
}

fn line(key: &str, value: &Value) -> String {
    format!("      {}: {value}", Value::from(key))
}
