//! Settings that a project can use from its group, on newer servers ("GitLab Integrations API", 17.2).

use patchbay_model::Object;
use serde_json::json;

use crate::gitlab::projects::data::Project;

/// The settings of this integration in the group of this project.
pub(crate) fn default_of(project: &Project, slug: &str) -> Option<Object> {
    let settings = match (project.root(), slug) {
        ("platform", "slack") => json!({
            "channel": "platform-news", "username": "GitLab", "branches_to_be_notified": "default_and_protected",
            "notify_only_broken_pipelines": true, "push_events": false, "tag_push_events": true,
            "issues_events": false, "confidential_issues_events": false, "merge_requests_events": true,
            "note_events": false, "confidential_note_events": false, "pipeline_events": true,
            "wiki_page_events": false, "deployment_events": true,
        }),
        ("payments", "jira") => json!({
            "url": "https://jira.example.com", "username": "gitlab-payments", "jira_issue_transition_automatic": true,
            "commit_events": true, "merge_requests_events": true, "comment_on_event_enabled": true,
        }),
        _ => return None,
    };
    settings.as_object().cloned()
}
