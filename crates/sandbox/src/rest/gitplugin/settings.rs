//! Writing checked settings over stored ones: of secrets only whether one is set is stored, empty texts are removed.

use patchbay_model::gij::{self, IntegrationType};
use patchbay_model::{Kind, Mode, Object};
use serde_json::Value;

use crate::host::Reach;
use crate::projects;
use crate::rest::refusal::Refusal;
use crate::store::jira::Stored;

/// Writes `changes` over what is stored.
pub(super) fn apply(stored: &mut Stored, mut changes: Object) {
    let mut secret = |key| changes.remove(key).map(|text| !is_empty(&text));
    let (pat, password) = (secret("pat"), secret("password"));
    if let Some(set) = pat {
        stored.credentials.pat = set;
        if set {
            stored.credentials.password = false;
            // A token also replaces the user name, unless one is sent with it (Team Foundation Server: "all").
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
    if (pat == Some(true) || password == Some(true)) && stored.reach == Reach::Refused {
        stored.reach = Reach::Whole;
    }
    drop_secrets(&mut stored.settings);
    // "Add New Integration": the ids are ignored when global is true.
    if stored.settings.get("global") == Some(&Value::Bool(true)) {
        stored.settings.insert("projectMappingIds".into(), Value::Array(Vec::new()));
    }
}

/// Also secrets that this file does not know: what is named like one, and what the form of the type calls one.
fn drop_secrets(settings: &mut Object) {
    gij::strip_secrets(settings);
    let kind = settings.get("integrationType").and_then(Value::as_str).unwrap_or_default();
    let schema = gij::schema(&IntegrationType::parse(kind), Mode::Edit, settings);
    settings.retain(|key, _| schema.field(key).is_none_or(|field| field.kind != Kind::Secret));
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value == ""
}

/// Completes a new integration: AWS's host follows from its region, and the name is made from the host ("Integration API
/// reference": `https://gitlab.com/*`).
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

/// Refuses projects that this Jira does not have.
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
