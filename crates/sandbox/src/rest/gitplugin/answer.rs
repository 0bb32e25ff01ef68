//! The bodies of the answers, exactly as the documents show them, oddities included.

use std::sync::LazyLock;

use patchbay_model::Object;
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::gij::Gij;
use crate::store::jira::Stored;

/// What an answer has even where nothing is stored for it ("Add New Integration", response).
static ALWAYS: LazyLock<Object> = LazyLock::new(|| {
    let fields = json!({
        "id": 0, "displayName": "", "origin": "", "disabled": false, "sendCommitEmails": false,
        "maxMinsToCommitEmail": 0, "global": false, "initDate": 0, "revisionIndexing": false,
        "gitViewerEnabled": false, "disableSslVerification": false, "smartCommitsEnabled": false,
        "requireUserPat": false, "projectMappingIds": [], "integrationType": "", "sourcesDiffViewEnabled": false,
        "refSpecNotes": false, "refSpecChanges": false, "trustFolderStat": false,
    });
    fields.as_object().cloned().unwrap_or_default()
});

/// An integration as it is answered: all that is stored, except the user name. Secrets are never stored.
#[derive(Serialize)]
pub(super) struct Integration(Object);

impl Integration {
    pub(super) fn of(stored: Stored, gij: Gij) -> Self {
        let mut answer = ALWAYS.clone();
        answer.extend(stored.settings);
        answer.remove("username");
        if !gij.has_pull_request_filter() {
            answer.remove("prHideFilter");
        }
        let shows_all_tags = !answer.contains_key("tagsFilter");
        answer.insert("id".into(), Value::from(stored.id));
        answer.insert("initDate".into(), Value::from(stored.init_date));
        if let Some(at) = stored.last_indexed_date {
            answer.insert("lastIndexedDate".into(), Value::from(at));
        }
        answer.insert("showAllTags".into(), Value::Bool(shows_all_tags));
        Self(answer)
    }

    /// The answer of an update, which lacks one field ("Update Existing Integration", both examples).
    pub(super) fn after_update(mut self) -> Self {
        self.0.remove("requireUserPat");
        self
    }
}

/// "Retrieve Integration List".
#[derive(Serialize, ToSchema)]
pub(super) struct All {
    success: bool,
    integrations: Vec<Integration>,
}

impl All {
    pub(super) fn of(stored: Vec<Stored>, gij: Gij) -> Self {
        let integrations = stored.into_iter().map(|one| Integration::of(one, gij)).collect();
        Self { success: true, integrations }
    }
}

/// "Retrieve an Integration": an array of one, and the flag as text.
#[derive(Serialize, ToSchema)]
pub(super) struct One {
    #[schema(example = "true")]
    success: &'static str,
    integration: [Integration; 1],
}

impl One {
    pub(super) fn of(stored: Stored, gij: Gij) -> Self {
        Self { success: "true", integration: [Integration::of(stored, gij)] }
    }
}

/// "Add New Integration" and "Update Existing Integration": an object, and the flag as text.
#[derive(Serialize, ToSchema)]
pub(super) struct Written {
    #[schema(example = "true")]
    success: &'static str,
    integration: Integration,
}

impl Written {
    pub(super) fn of(integration: Integration) -> Self {
        Self { success: "true", integration }
    }
}

/// "Remove Integration" and "Enable/disable existing integration".
#[derive(Serialize, ToSchema)]
pub(super) struct Done {
    /// Always true.
    success: bool,
}

impl Done {
    pub(super) const YES: Self = Self { success: true };
}
