//! Integrations and files to begin with.

use crate::support::object;
use patchbay_model::gij::file::{Fault, Import, Now, import};
use patchbay_model::gij::{Integration, Project};
use serde_json::{Value, json};

pub const JIRA: &str = "https://jira.acme.example";
pub const AT: &str = "2026-11-26T08:00:00Z";

#[track_caller]
pub fn integration(settings: Value) -> Integration {
    Integration::read(object(settings)).expect("it has an id")
}

/// A GitHub Enterprise with a few settings.
#[track_caller]
pub fn github(id: u64, name: &str, more: Value) -> Integration {
    let mut settings = object(json!({
        "id": id, "integrationType": "GITHUB_SERVER", "displayName": name, "origin": "https://github.acme.example",
        "disabled": false, "disableSslVerification": false, "apiPath": "/orgs/acme/repos", "global": false,
        "projectMappingIds": [10000], "gitViewerEnabled": true, "smartCommitsEnabled": true, "sendCommitEmails": true,
        "maxMinsToCommitEmail": 1440, "initDate": 1, "lastIndexedDate": 2, "showAllTags": true,
    }));
    settings.extend(object(more));
    integration(Value::Object(settings))
}

pub fn projects() -> Vec<Project> {
    let all = json!([
        {"id": "10000", "key": "ENG", "name": "Engineering"}, {"id": "10100", "key": "MOB", "name": "Mobile"}
    ]);
    Project::read_list(all).expect("a list").read
}

pub fn try_import(text: &str, integrations: &[Integration]) -> Result<Import, Vec<Fault>> {
    import(text, &Now { jira: JIRA, integrations, projects: &projects() })
}

#[track_caller]
pub fn imported(text: &str, integrations: &[Integration]) -> Import {
    match try_import(text, integrations) {
        Ok(import) => import,
        Err(faults) => panic!("{} in\n{text}", faults[0]),
    }
}

/// A file of this Jira with these integrations.
pub fn file(integrations: &Value) -> String {
    let file = json!({
        "patchbay": "git-integrations", "version": 1, "jira": JIRA, "exportedAt": AT, "integrations": integrations
    });
    serde_json::to_string_pretty(&file).expect("JSON")
}

/// Its changes as people read them.
pub fn changes(import: &Import, step: usize) -> Vec<String> {
    let changes = &import.steps[step].planned.step.changes;
    changes.iter().map(|change| format!("{}: {} -> {}", change.label, change.before, change.after)).collect()
}

pub fn problems(import: &Import) -> Vec<String> {
    import.steps.iter().flat_map(|step| step.planned.step.problems.clone()).collect()
}

pub fn notes(import: &Import) -> Vec<String> {
    import.steps.iter().flat_map(|step| step.planned.step.notes.clone()).collect()
}
