//! What a server that follows the documents accepts for repositories.

use super::body::{named, overlay, unique};
use crate::form::Problem;
use crate::gij::integration_type::IntegrationType;
use crate::gij::repositories::{Repository, repository_form};
use crate::object::Object;
use serde_json::Value;

/// Checks the body of "Update Existing Repository" against a repository that an integration of the type `kind` tracks.
/// Gives only the settings that change. "Update Nested Repository": what is read-only is ignored without a word, and so is
/// what no document names.
///
/// # Errors
/// All problems, at most one per field. Each sentence begins with the field's key.
pub fn check_repository_update(
    kind: &IntegrationType,
    stored: &Repository,
    body: &Object,
) -> Result<Object, Vec<Problem>> {
    let schema = repository_form(kind, stored).schema;
    let before = schema.read(&stored.settings);
    let mut problems = Vec::new();
    let after = overlay(&schema, before.clone(), body, &mut problems);
    let old = schema.problems(&before);
    let new = schema.problems(&after).into_iter().filter(|problem| !old.contains(problem));
    problems.extend(named(new.collect()));
    if !problems.is_empty() {
        return Err(unique(problems));
    }
    let mut patch = schema.patch(&before, &after);
    if let Some(disabled) = body.get("disabled").filter(|value| value.is_boolean()) {
        patch.insert("disabled".to_owned(), disabled.clone());
    }
    Ok(patch)
}

/// Checks the body of "Add New Repository", for a repository that no integration tracks. Gives the settings to store.
///
/// # Errors
/// As [`check_repository_update`].
pub fn check_repository_create(body: &Object) -> Result<Object, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut settings = Object::new();
    for (key, fits) in [
        ("origin", Value::is_string as fn(&Value) -> bool),
        ("realRoot", Value::is_string),
        ("absoluteRoot", Value::is_boolean),
    ] {
        match body.get(key).filter(|value| fits(value) && *value != "") {
            Some(value) => drop(settings.insert(key.to_owned(), value.clone())),
            None => {
                let kind = if key == "absoluteRoot" { "true or false" } else { "text" };
                problems.push(Problem::of(key, format!("{key}: It is required. Send {kind}.")));
            }
        }
    }
    let new = Repository { id: 0, settings: Object::new() };
    match check_repository_update(&IntegrationType::parse(""), &new, body) {
        Ok(patch) => settings.extend(patch),
        Err(others) => problems.extend(others),
    }
    if let Some(branch) = body.get("mainBranch").and_then(Value::as_str).filter(|branch| !branch.is_empty()) {
        settings.insert("mainBranch".to_owned(), Value::from(branch));
    }
    if problems.is_empty() { Ok(settings) } else { Err(unique(problems)) }
}
