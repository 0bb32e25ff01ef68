//! Laying checked settings over stored ones: secrets become a mark that one is set, empty texts go.

use patchbay_model::{Object, gij};
use serde_json::Value;

use super::Refusal;
use crate::projects;
use crate::store::Stored;

/// Settings that the server has a value for before any form does.
pub(super) fn with_defaults_of_the_server(disabled: Option<&Value>) -> Object {
    let disabled = disabled.and_then(Value::as_bool).unwrap_or(false);
    Object::from_iter([("disabled".to_owned(), Value::Bool(disabled))])
}

/// Lays `changes` over what is stored. Their secrets end here: only that one is set is kept.
pub(super) fn apply(stored: &mut Stored, mut changes: Object) {
    let mut secret = |key| changes.remove(key).map(|text| !is_empty(&text));
    let (pat, password) = (secret("pat"), secret("password"));
    // Whatever else may be named like a secret some day is not kept either.
    gij::strip_secrets(&mut changes);
    if let Some(set) = pat {
        stored.credentials.pat = set;
        if set {
            stored.credentials.password = false;
            // A token takes the place of the user name too, unless one comes with it (Team Foundation Server: "all").
            stored.settings.remove("username");
        }
    }
    if let Some(set) = password {
        stored.credentials.password = set;
        stored.credentials.pat &= !set;
    }
    for (key, value) in changes {
        if is_empty(&value) {
            stored.settings.remove(&key);
        } else {
            stored.settings.insert(key, value);
        }
    }
    // "Add New Integration": the ids are ignored when global is true.
    if stored.settings.get("global") == Some(&Value::Bool(true)) {
        stored.settings.insert("projectMappingIds".into(), Value::Array(Vec::new()));
    }
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value == ""
}

/// Gives a new integration what it may come without: AWS says by its region which host it is, and the name is made of
/// the host ("Integration API reference": `https://gitlab.com/*`).
pub(super) fn name(settings: &mut Object) {
    let text = |key: &str| settings.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (mut origin, name, region) = (text("origin"), text("displayName"), text("awsRegion"));
    if origin.is_empty() && !region.is_empty() {
        origin = format!("https://git-codecommit.{region}.amazonaws.com");
        settings.insert("origin".into(), Value::from(origin.as_str()));
    }
    if name.trim().is_empty() {
        let made = if origin.ends_with('*') { origin } else { format!("{}/*", origin.trim_end_matches('/')) };
        settings.insert("displayName".into(), Value::from(made));
    }
}

/// Only projects that this Jira has can be associated.
pub(super) fn check_projects(settings: &Object) -> Result<(), Refusal> {
    let ids = settings.get("projectMappingIds").and_then(Value::as_array);
    let unknown: Vec<_> = ids
        .into_iter()
        .flatten()
        .filter(|id| !id.as_i64().is_some_and(projects::exists))
        .map(Value::to_string)
        .collect();
    if unknown.is_empty() {
        return Ok(());
    }
    Err(Refusal::bad_request(
        format!("projectMappingIds: There is no project with the id {}.", unknown.join(", ")),
        "Please use ids that GET /rest/api/2/project lists.",
    ))
}
