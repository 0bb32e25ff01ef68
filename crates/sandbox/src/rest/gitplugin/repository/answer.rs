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
    /// What is answered of a repository; `alike` is what those of its integration have, `under_way` what the queue says.
    pub(super) fn of(stored: &Stored, alike: &Alike, under_way: &HashMap<i64, bool>, gij: Gij) -> Self {
        let settings = alike.settings(stored);
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
        if let Some(integration) = stored.integration {
            answer.insert("trackedFolderId".into(), Value::from(integration));
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

/// What all repositories of an integration have alike, in the order of the document; what differs is null.
pub(super) struct Alike {
    settings: Object,
    kind: String,
}

impl Alike {
    /// For those of this integration, or for one that was added on its own.
    pub(super) fn of(integration: Option<&jira::Stored>) -> Self {
        let kind = integration.and_then(|one| one.settings.get("integrationType")).and_then(Value::as_str);
        let kind = kind.unwrap_or_default();
        let is_folder = kind == "FILESPACE";
        let base = json!({
            "displayName": null, "origin": null, "mainBranch": null, "root": null, "realRoot": null,
            "absoluteRoot": is_folder, "enableFetches": !is_folder, "hosted": is_folder,
            "commitsValidationRequired": false, "sendCommitEmails": true, "maxMinsToCommitEmail": 1440, "global": true,
            "revisionIndexing": true, "gitViewerEnabled": true, "disableSslVerification": false,
            "smartCommitsEnabled": true, "requireUserPat": false, "projectMappingIds": [],
            "sourcesDiffViewEnabled": true, "refSpecNotes": true, "refSpecChanges": false, "trustFolderStat": false,
        });
        let mut settings = base.as_object().cloned().unwrap_or_default();
        if let Some(integration) = integration {
            let inherited = INHERITED.iter().filter_map(|key| Some((*key, integration.settings.get(*key)?)));
            inherited.for_each(|(key, value)| drop(settings.insert(key.to_owned(), value.clone())));
            if matches!(kind, "GITHUB" | "GITHUB_SERVER" | "GITLAB" | "GITLAB_SERVER") {
                settings.insert("supportsBranchCreationApi".into(), Value::Bool(true));
                settings.insert("supportsPullRequestApi".into(), Value::from("PULL_REQUESTS_GROUP"));
            }
        }
        Self { settings, kind: kind.to_owned() }
    }

    /// The settings of one of them: those of its integration, under its own.
    pub(super) fn settings(&self, stored: &Stored) -> Object {
        let clone = format!("{}_{}", stored.id, stored.name);
        let (root, real_root) = match self.kind.as_str() {
            "FILESPACE" => (stored.origin.clone(), stored.origin.clone()),
            _ => (format!("/jira/home/data/git-plugin/{clone}"), clone),
        };
        let mut settings = self.settings.clone();
        for (key, value) in [
            ("displayName", stored.name.clone()),
            ("origin", stored.origin.clone()),
            ("mainBranch", stored.main_branch.clone()),
            ("root", root),
            ("realRoot", real_root),
        ] {
            settings.insert(key.to_owned(), Value::from(value));
        }
        settings.extend(links(&self.kind, &stored.origin));
        settings.extend(stored.settings.clone());
        // What was cleared is not answered, as for integrations; unused formats are shown as "".
        settings.retain(|key, value| value != "" || key.ends_with("Format"));
        settings
    }
}
