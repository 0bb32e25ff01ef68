//! The answers of the endpoints in the description. They differ from server to server; shape.rs makes them.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

/// An integration, as the list shows it.
#[derive(Serialize, ToSchema)]
#[allow(dead_code, reason = "describes answers that differ from server to server")]
pub(super) struct GitLabIntegration {
    id: i64,
    #[schema(example = "Jenkins CI")]
    title: String,
    #[schema(example = "jenkins")]
    slug: String,
    #[schema(example = "2019-11-20T11:20:25.297Z")]
    created_at: String,
    #[schema(example = "2019-11-20T12:24:37.498Z")]
    updated_at: String,
    active: bool,
    commit_events: bool,
    push_events: bool,
    issues_events: bool,
    confidential_issues_events: bool,
    merge_requests_events: bool,
    tag_push_events: bool,
    note_events: bool,
    confidential_note_events: bool,
    pipeline_events: bool,
    wiki_page_events: bool,
    job_events: bool,
    comment_on_event_enabled: bool,
    /// Newer servers only.
    alert_events: Option<bool>,
    /// Newer servers only.
    incident_events: Option<bool>,
    /// Newer servers only.
    deployment_events: Option<bool>,
    /// Newer servers only.
    vulnerability_events: Option<bool>,
    /// Newer servers only: whether it uses the settings of its group.
    inherited: Option<bool>,
}

/// An integration with its properties.
#[derive(Serialize, ToSchema)]
#[allow(dead_code, reason = "describes answers that differ from server to server")]
pub(super) struct GitLabIntegrationWithProperties {
    #[serde(flatten)]
    integration: GitLabIntegration,
    /// The settings that are neither flags nor secrets. Older servers show stored ones, newer servers all.
    #[schema(value_type = Object)]
    properties: Value,
}
