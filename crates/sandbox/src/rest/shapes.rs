//! The bodies of the answers, exactly as the documents show them, oddities included.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::store::Stored;

/// An integration as it is answered. Secrets and the user name are never part of it.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", default)]
#[derive(Default)]
pub(crate) struct Integration {
    /// Number of the integration, given by the server.
    pub(crate) id: i64,
    /// Name in the list of integrations.
    display_name: String,
    /// URL of the git host, or a folder on the Jira server for `FILESPACE`.
    origin: String,
    /// Whether it is switched off.
    disabled: bool,
    /// Whether new commits are mailed to watchers.
    send_commit_emails: bool,
    /// Oldest commit that is mailed about, in minutes.
    max_mins_to_commit_email: i64,
    /// Whether it is associated with every project.
    global: bool,
    /// When it was added, in epoch milliseconds.
    init_date: i64,
    /// When it was last indexed, in epoch milliseconds; absent before the first time.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_indexed_date: Option<i64>,
    /// Whether revisions are indexed.
    revision_indexing: bool,
    /// Whether the repository browser is on.
    git_viewer_enabled: bool,
    /// Whether certificates of the host are not checked.
    disable_ssl_verification: bool,
    /// Whether smart commits act on issues.
    smart_commits_enabled: bool,
    /// Whether users need tokens of their own; missing from the answer of an update, as in the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    require_user_pat: Option<bool>,
    /// Ids of the associated Jira projects; empty when `global`.
    project_mapping_ids: Vec<i64>,
    /// The kind of integration, such as `GITHUB`.
    integration_type: String,
    /// Whether users may see what a commit changed.
    sources_diff_view_enabled: bool,
    /// Whether `refs/notes/*` is fetched.
    ref_spec_notes: bool,
    /// Whether `refs/changes/*` is fetched.
    ref_spec_changes: bool,
    /// Whether the time stamp of the pack folder is trusted.
    trust_folder_stat: bool,
    /// Whether all tags are shown; follows from an empty `tagsFilter`.
    show_all_tags: bool,
    /// Custom API path; absent when unset.
    #[serde(skip_serializing_if = "Option::is_none")]
    api_path: Option<String>,
    /// JMESPath filter; absent when unset.
    #[serde(skip_serializing_if = "Option::is_none")]
    api_filter: Option<String>,
    /// Pattern of tags that are shown; absent when unset.
    #[serde(skip_serializing_if = "Option::is_none")]
    tags_filter: Option<String>,
    /// Pattern of pull requests that are hidden; absent when unset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pr_hide_filter: Option<String>,
    /// Comma list of further refspecs; absent when unset.
    #[serde(skip_serializing_if = "Option::is_none")]
    ref_spec_custom: Option<String>,
    /// Collection of a Microsoft server; absent when unset.
    #[serde(skip_serializing_if = "Option::is_none")]
    tfs_collection: Option<String>,
    /// AWS region; absent when unset.
    #[serde(skip_serializing_if = "Option::is_none")]
    aws_region: Option<String>,
    /// Levels of folders that are searched, 1 to 5; absent except for `FILESPACE`.
    #[serde(skip_serializing_if = "Option::is_none")]
    folder_depth: Option<i64>,
}

impl Integration {
    /// The answer for a stored integration.
    pub(crate) fn of(stored: Stored) -> serde_json::Result<Self> {
        let mut answer: Self = serde_json::from_value(Value::Object(stored.settings))?;
        answer.id = stored.id;
        answer.init_date = stored.init_date;
        answer.last_indexed_date = stored.last_indexed_date;
        answer.require_user_pat = Some(answer.require_user_pat.unwrap_or(false));
        answer.show_all_tags = answer.tags_filter.is_none();
        Ok(answer)
    }

    /// The answer of an update, which forgets one field ("Update Existing Integration", both examples).
    pub(crate) fn after_update(mut self) -> Self {
        self.require_user_pat = None;
        self
    }
}

/// "Retrieve Integration List".
#[derive(Serialize, ToSchema)]
pub(crate) struct All {
    success: bool,
    integrations: Vec<Integration>,
}

impl All {
    pub(crate) fn of(integrations: Vec<Integration>) -> Self {
        Self { success: true, integrations }
    }
}

/// "Retrieve an Integration": an array of one, and the flag as a text.
#[derive(Serialize, ToSchema)]
pub(crate) struct One {
    #[schema(example = "true")]
    success: &'static str,
    integration: [Integration; 1],
}

impl One {
    pub(crate) fn of(integration: Integration) -> Self {
        Self { success: "true", integration: [integration] }
    }
}

/// "Add New Integration" and "Update Existing Integration": an object, and the flag as a text.
#[derive(Serialize, ToSchema)]
pub(crate) struct Written {
    #[schema(example = "true")]
    success: &'static str,
    integration: Integration,
}

impl Written {
    pub(crate) fn of(integration: Integration) -> Self {
        Self { success: "true", integration }
    }
}

/// "Remove Integration" and "Enable/disable existing integration".
#[derive(Serialize, ToSchema)]
pub(crate) struct Done {
    /// Always true.
    success: bool,
}

impl Done {
    pub(crate) const YES: Self = Self { success: true };
}
