//! The settings of GitLab's demonstration integrations, without secrets.

use patchbay_model::Object;
use serde_json::json;

/// The settings for the project or group with this path, without its groups, and this topmost group.
pub(super) fn template(path: &str, root: &str, slug: &str) -> Object {
    let settings = match slug {
        "slack" => json!({
            "username": "GitLab", "channel": root, "branches_to_be_notified": "default",
            "notify_only_broken_pipelines": true, "push_events": true, "push_channel": format!("{root}-commits"),
            "tag_push_events": true, "issues_events": false, "confidential_issues_events": false,
            "merge_requests_events": true, "note_events": false, "confidential_note_events": false,
            "pipeline_events": true, "pipeline_channel": format!("{root}-builds"), "wiki_page_events": false,
        }),
        "microsoft-teams" => json!({
            "branches_to_be_notified": "protected", "notify_only_broken_pipelines": true, "push_events": false,
            "issues_events": false, "confidential_issues_events": false, "note_events": false,
            "confidential_note_events": false, "wiki_page_events": false,
        }),
        "jira" => json!({
            "url": "https://jira.example.com", "username": format!("gitlab-{root}"),
            "jira_issue_transition_automatic": false, "jira_issue_transition_id": "31, 41",
        }),
        "jenkins" => json!({
            "jenkins_url": "https://jenkins.example.com", "project_name": path, "username": "gitlab",
            "enable_ssl_verification": true, "push_events": true, "merge_requests_events": true,
            "tag_push_events": false,
        }),
        "emails-on-push" => json!({
            "recipients": format!("{root}@example.com {path}@example.com"), "disable_diffs": true,
            "send_from_committer_email": false, "branches_to_be_notified": "protected",
        }),
        "pipelines-email" => json!({
            "recipients": format!("{root}@example.com,release@example.com"), "notify_only_broken_pipelines": true,
            "branches_to_be_notified": "default",
        }),
        "external-wiki" => json!({ "external_wiki_url": format!("https://wiki.example.com/{root}/{path}") }),
        "confluence" => json!({ "confluence_url": "https://example.atlassian.net/wiki" }),
        "irker" => json!({
            "recipients": format!("irc://irc.libera.chat/#{root}"), "server_host": "irker.example.com",
            "server_port": 6659, "colorize_messages": true,
        }),
        "prometheus" => json!({
            "api_url": "https://prometheus.example.com/", "google_iap_audience_client_id": "",
        }),
        "datadog" => json!({
            "datadog_site": "datadoghq.eu", "datadog_env": "production", "datadog_service": path,
            "datadog_tags": format!("team:{root}\ntier:one"),
        }),
        "alerts" => json!({ "severity": "high", "include_resolved": true }),
        _ => json!({}),
    };
    settings.as_object().cloned().unwrap_or_default()
}

/// Names of the secrets that are set.
pub(super) fn secrets(slug: &str) -> Vec<String> {
    let names: &[&str] = match slug {
        "slack" | "microsoft-teams" | "discord" | "pumble" => &["webhook"],
        "jira" | "jenkins" | "harbor" => &["password"],
        "telegram" | "matrix" | "git-guardian" | "squash-tm" | "alerts" => &["token"],
        "apple-app-store" => &["app_store_private_key"],
        "google-play" => &["service_account_key"],
        "datadog" => &["api_key"],
        _ => &[],
    };
    names.iter().map(|name| (*name).to_owned()).collect()
}
