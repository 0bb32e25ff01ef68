//! An integration that the manual does not describe, although its list shows one: a project may have it, and what it
//! takes is known to this file alone.

use patchbay_model::Object;
use serde_json::Value;

use super::known::is_flag;
use crate::gitlab::Refusal;

/// As in the first example of "GitLab Integrations API".
pub(crate) const SLUG: &str = "alerts";

/// Checks a PUT: a token is required, a severity and the wish to hear of ends are optional, and flags are taken.
pub(super) fn check(parameters: &Object) -> Result<Object, Refusal> {
    let mut faults = Vec::new();
    let mut settings = Object::new();
    if !parameters.contains_key("token") {
        faults.push("token is missing".to_owned());
    }
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
    let token = parameters.get("token").and_then(Value::as_str).unwrap_or_default();
    if token.trim().is_empty() { Err(Refusal::bad_request("400 Bad Request")) } else { Ok(settings) }
}
