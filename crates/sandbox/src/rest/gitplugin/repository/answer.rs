//! A repository as it is answered.

use std::collections::HashMap;

use patchbay_model::Object;
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::gij::Gij;
use crate::host::links;
use crate::store::{jira, repository::Stored};

/// A repository as it is answered ("Retrieve Repository List", response).
#[derive(Serialize)]
pub(crate) struct Repository(pub(super) Object);

/// "Retrieve Repository List".
#[derive(Serialize, ToSchema)]
pub(crate) struct Repositories {
    pub(super) success: bool,
    pub(super) repositories: Vec<Repository>,
}

/// What repositories have from their integration, unless they have it of their own.
const INHERITED: [&str; 17] = [
    "sendCommitEmails",
    "maxMinsToCommitEmail",
    "global",
    "revisionIndexing",
    "gitViewerEnabled",
    "disableSslVerification",
    "smartCommitsEnabled",
    "requireUserPat",
    "projectMappingIds",
    "integrationType",
    "sourcesDiffViewEnabled",
    "tagsFilter",
    "prHideFilter",
    "refSpecNotes",
    "refSpecChanges",
    "refSpecCustom",
    "trustFolderStat",
];

impl Repository {
    /// What is answered of a repository; `integration` is the one that tracks it, `under_way` what the queue says.
    pub(crate) fn of(
        stored: &Stored,
        integration: Option<&jira::Stored>,
        under_way: &HashMap<i64, bool>,
        gij: Gij,
    ) -> Self {
        let settings = settings(stored, integration);
        let mut answer = Object::new();
        answer.insert("id".into(), Value::from(stored.id));
        if !stored.group.is_empty() {
            answer.insert("group".into(), Value::from(stored.group.as_str()));
        }
        answer.extend(settings);
        answer.insert("disabled".into(), Value::Bool(stored.disabled));
        answer.insert("initDate".into(), Value::from(stored.init_date));
        if let Some(at) = stored.last_indexed_date {
            answer.insert("lastIndexedDate".into(), Value::from(at));
        }
        let shows_all_tags = !answer.contains_key("tagsFilter");
        answer.insert("showAllTags".into(), Value::Bool(shows_all_tags));
        if let Some(integration) = integration {
            answer.insert("trackedFolderId".into(), Value::from(integration.id));
        }
        if gij.reports_state() {
            let state = match (under_way.get(&stored.id), &stored.fault) {
                (Some(true), _) => "SCANNING",
                (Some(false), _) => "QUEUED",
                (None, Some(_)) => "ERROR",
                (None, None) => "UPDATED",
            };
            answer.insert("state".into(), Value::from(state));
        }
        if !gij.has_pull_request_filter() {
            answer.remove("prHideFilter");
        }
        Self(answer)
    }
}

/// The settings of a repository: those of its integration, under its own.
pub(super) fn settings(stored: &Stored, integration: Option<&jira::Stored>) -> Object {
    let kind = integration.and_then(|one| one.settings.get("integrationType")).and_then(Value::as_str);
    let kind = kind.unwrap_or_default();
    let is_folder = kind == "FILESPACE";
    let clone = format!("{}_{}", stored.id, stored.name);
    let base = json!({
        "displayName": stored.name,
        "origin": stored.origin,
        "mainBranch": stored.main_branch,
        "root": if is_folder { stored.origin.clone() } else { format!("/jira/home/data/git-plugin/{clone}") },
        "realRoot": if is_folder { stored.origin.clone() } else { clone },
        "absoluteRoot": is_folder,
        "enableFetches": !is_folder,
        "hosted": is_folder,
        "commitsValidationRequired": false,
        "sendCommitEmails": true,
        "maxMinsToCommitEmail": 1440,
        "global": true,
        "revisionIndexing": true,
        "gitViewerEnabled": true,
        "disableSslVerification": false,
        "smartCommitsEnabled": true,
        "requireUserPat": false,
        "projectMappingIds": [],
        "sourcesDiffViewEnabled": true,
        "refSpecNotes": true,
        "refSpecChanges": false,
        "trustFolderStat": false,
    });
    let Value::Object(mut settings) = base else { return Object::new() };
    if let Some(integration) = integration {
        let inherited = INHERITED.iter().filter_map(|key| Some((*key, integration.settings.get(*key)?)));
        inherited.for_each(|(key, value)| drop(settings.insert(key.to_owned(), value.clone())));
        settings.extend(links(kind, &stored.origin));
        if matches!(kind, "GITHUB" | "GITHUB_SERVER" | "GITLAB" | "GITLAB_SERVER") {
            settings.insert("supportsBranchCreationApi".into(), Value::Bool(true));
            settings.insert("supportsPullRequestApi".into(), Value::from("PULL_REQUESTS_GROUP"));
        }
    }
    settings.extend(stored.settings.clone());
    // What was cleared is not answered, as for integrations; unused formats are shown as "".
    settings.retain(|key, value| value != "" || key.ends_with("Format"));
    settings
}
