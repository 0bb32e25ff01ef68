//! An integration that the manual lists but does not describe. A project may have it; only this file knows its
//! parameters.

use patchbay_model::Object;
use serde_json::Value;

use super::known::is_flag;
use crate::gitlab::refusal::Refusal;

/// Checks a PUT: `token` and `severity` are required, `include_resolved` and flags are optional.
pub(super) fn check(parameters: &Object) -> Result<Object, Refusal> {
    let mut faults = Vec::new();
    let mut settings = Object::new();
    let required = ["token", "severity"];
    let missing = required.iter().filter(|key| !parameters.contains_key(**key));
    faults.extend(missing.map(|key| format!("{key} is missing")));
    for (key, value) in parameters {
        let fits = match key.as_str() {
            "token" | "severity" => value.is_string(),
            "include_resolved" => value.is_boolean(),
            key if is_flag(key) => value.is_boolean(),
            _ => continue,
        };
        if fits {
            settings.insert(key.clone(), value.clone());
        } else {
            faults.push(format!("{key} is invalid"));
        }
    }
    if !faults.is_empty() {
        return Err(Refusal::parameters(&faults));
    }
    let is_blank =
        |key: &&str| parameters.get(*key).and_then(Value::as_str).unwrap_or_default().trim().is_empty();
    if required.iter().any(is_blank) { Err(Refusal::bad_request("400 Bad Request")) } else { Ok(settings) }
}
