//! Demonstration integrations that came after GitLab 14.8. Older servers do not show them.

use serde_json::{Value, json};

use super::Entry;
use crate::gitlab::projects::data::Project;

/// The project, the integration, and whether it is active.
const CHOSEN: [(&str, &str, bool); 16] = [
    ("shop/mobile/ios-app", "apple-app-store", true),
    ("shop/mobile/android-app", "google-play", true),
    ("shop/mobile/app-api", "telegram", true),
    ("shop/mobile/push-service", "gitlab-slack-application", false),
    ("shop/web/feature-flags", "gitlab-slack-application", true),
    ("shop/web/browser-tests", "squash-tm", true),
    ("platform/delivery/pipeline-templates", "harbor", true),
    ("platform/delivery/secrets-broker", "git-guardian", true),
    ("platform/identity/api", "jira-cloud-app", true),
    ("company/tools/onboarding", "matrix", true),
    ("company/tools/onboarding", "pumble", true),
    ("company/tools/style-guide", "clickup", true),
    ("company/tools/linters", "linear", true),
    ("company/tools/release-bot", "phorge", false),
    ("data/lake/ingest", "google-cloud-platform-artifact-registry", true),
    ("data/lake/ingest", "google-cloud-platform-workload-identity-federation", true),
];

/// Those of this project.
pub(super) fn of(project: &Project) -> Vec<Entry> {
    let chosen = CHOSEN.iter().filter(|(path, ..)| *path == project.full_path);
    chosen
        .map(|(_, slug, active)| Entry { slug, settings: settings(slug), active: *active, inherited: false })
        .collect()
}

fn settings(slug: &str) -> Value {
    match slug {
        "apple-app-store" => json!({
            "app_store_issuer_id": "69a6de70-03db-47e3-e053-5b8c7c11a4d1", "app_store_key_id": "2X9R4HXF34",
            "app_store_private_key_file_name": "AuthKey_2X9R4HXF34.p8", "app_store_protected_refs": true,
        }),
        "google-play" => json!({
            "package_name": "com.example.shop", "service_account_key_file_name": "service-account.json",
            "google_play_protected_refs": false,
        }),
        "telegram" => json!({
            "room": "@shop-releases", "thread": "42", "branches_to_be_notified": "default", "pipeline_events": true,
            "notify_only_broken_pipelines": true, "push_events": false,
        }),
        "matrix" => json!({
            "hostname": "https://matrix.example.com", "room": "!qPKKM111FFKKsfoCVy:example.com",
            "branches_to_be_notified": "default", "push_events": true,
        }),
        "pumble" => json!({ "branches_to_be_notified": "all", "push_events": true, "note_events": false }),
        "gitlab-slack-application" => json!({
            "channel": "shop", "push_events": true, "push_channel": "shop-commits", "tag_push_events": false,
            "issues_events": false, "confidential_issues_events": false, "merge_requests_events": true,
            "note_events": false, "confidential_note_events": false, "pipeline_events": true,
            "wiki_page_events": false, "deployment_events": false, "incident_events": false,
            "alert_events": false, "vulnerability_events": false,
        }),
        "squash-tm" => json!({ "url": "https://squash.example.com/api/issues" }),
        "harbor" => json!({
            "url": "https://harbor.example.com", "project_name": "pipelines", "username": "robot$pipelines",
        }),
        "clickup" => json!({
            "project_url": "https://app.clickup.com/1234567", "issues_url": "https://app.clickup.com/t/:id",
        }),
        "linear" => json!({ "workspace_url": "https://linear.app/example" }),
        "phorge" => json!({
            "project_url": "https://phorge.example.com/project/view/1/",
            "issues_url": "https://phorge.example.com/:id",
        }),
        "jira-cloud-app" => json!({
            "jira_cloud_app_service_ids": "b:YXJpOmNsb3VkOmdyYXBoOjpzZXJ2aWNlLzA",
            "jira_cloud_app_enable_deployment_gating": false,
        }),
        "google-cloud-platform-artifact-registry" => json!({
            "artifact_registry_project_id": "data-lake", "artifact_registry_repositories": "images",
            "artifact_registry_location": "europe-west3",
        }),
        "google-cloud-platform-workload-identity-federation" => json!({
            "workload_identity_federation_project_id": "data-lake",
            "workload_identity_federation_project_number": "123456789012",
            "workload_identity_pool_id": "gitlab-pool", "workload_identity_pool_provider_id": "gitlab-provider",
        }),
        _ => json!({}),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gitlab::projects::data;

    #[test]
    fn each_is_in_a_project_that_is_there() {
        let found: usize = data::first(data::USUAL).iter().map(|project| of(project).len()).sum();
        assert_eq!(found, CHOSEN.len());
    }
}
