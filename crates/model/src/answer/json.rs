//! The reason in JSON: every shape that Jira, Git Integration for Jira and GitLab use.

use super::LONGEST;
use crate::text::pasted::without_credentials;
use crate::text::{is_same, sentence, short};
use serde_json::Value;

/// The keys under which a reason stands, in the order in which a person reads them.
pub(crate) const KEYS: [&str; 9] = [
    "error",
    "message",
    "Message",
    "error_description",
    "errorMessages",
    "errors",
    "reason",
    "detail",
    "advice",
];

/// All reasons in `answer`, as sentences in one text.
pub(crate) fn words(answer: &Value) -> String {
    let mut said = Vec::new();
    let has_reason = answer.as_object().is_none_or(|fields| KEYS.iter().any(|key| fields.contains_key(*key)));
    if has_reason {
        collect(answer, "", &mut said);
    }
    let last = said.len().saturating_sub(1);
    said.iter_mut().take(last).for_each(|text| *text = sentence(text));
    said.join(" ")
}

/// Adds the texts in `value`, each once. `name` is the setting that they are about.
fn collect(value: &Value, name: &str, said: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            // Servers may repeat what was sent to them.
            let clean = without_credentials(text);
            let text = clean.as_deref().unwrap_or(text).trim();
            if text.is_empty() {
                return;
            }
            let text = if name.is_empty() { text.to_owned() } else { format!("{name}: {text}") };
            if !said.iter().any(|other| is_same(other, &text)) {
                said.push(short(&text, LONGEST));
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, name, said)),
        Value::Object(fields) if KEYS.iter().any(|key| fields.contains_key(*key)) => {
            let name = fields.get("field").and_then(Value::as_str).unwrap_or(name);
            for key in KEYS {
                // `error` is a code such as `invalid_token` where a description of it follows.
                let is_code =
                    key == "error" && fields.get("error_description").is_some_and(|text| *text != *"");
                if let Some(value) = fields.get(key).filter(|_| !is_code) {
                    collect(value, name, said);
                }
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                collect(value, if key == "base" { "" } else { key }, said);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
