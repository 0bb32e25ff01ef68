//! Rules of single integrations, after what GitLab was seen to refuse.

mod addresses;
mod channels;
pub(super) mod corrections;
pub mod datadog;
pub mod irc;
pub mod jenkins;
pub mod jira;
mod newer;
mod token;
mod webhook;

use crate::form::{Corrector, Rule};

/// Webhooks of all services must be URLs.
pub(super) const WEBHOOK: Rule = Rule { at: "webhook", check: webhook::is_url };

/// Chats: how many channels one event may have.
pub(super) const CHANNELS: &[Rule] = channels::RULES;

/// Chats: channels as people write and copy them.
pub(super) const CHANNELS_MEANT: &[Corrector] = channels::CORRECTIONS;

/// Campfire: a part of a host name, from GitLab 15 on.
pub(super) const CAMPFIRE: &[Rule] = &[Rule { at: "subdomain", check: addresses::subdomain }];

/// Confluence: only the cloud service.
pub(super) const CONFLUENCE: &[Rule] = &[Rule { at: "confluence_url", check: addresses::confluence }];

/// irker: recipients must be complete URLs unless there is a default URL.
pub(super) const IRKER: &[Rule] = &[
    Rule { at: "default_irc_uri", check: irc::default_url },
    Rule { at: "recipients", check: irc::recipients },
];

/// Jenkins: a password requires a user name.
pub(super) const JENKINS: &[Rule] = &[Rule { at: "username", check: jenkins::user_name }];

/// Jira: transitions are numbers, and keys are found with regular expressions.
pub(super) const JIRA: &[Rule] = &[
    Rule { at: "jira_issue_transition_id", check: jira::transitions },
    Rule { at: "project_keys", check: newer::jira_keys },
    Rule { at: "jira_issue_regex", check: newer::pattern },
    Rule { at: "jira_issue_prefix", check: newer::pattern },
];

/// Jira: patterns that hardly mean what they say.
pub(super) const JIRA_WARNINGS: &[Rule] = &[
    Rule { at: "jira_issue_regex", check: newer::hardly_meant },
    Rule { at: "jira_issue_prefix", check: newer::hardly_meant },
];

/// GitLab for Jira Cloud app: how many services it may have.
pub(super) const JIRA_CLOUD: &[Rule] =
    &[Rule { at: "jira_cloud_app_service_ids", check: newer::jira_cloud_services }];

/// Linear: only the URL of a workspace.
pub(super) const LINEAR: &[Rule] = &[Rule { at: "workspace_url", check: newer::linear }];

/// Squash TM: the length of the token.
pub(super) const SQUASH: &[Rule] = &[Rule { at: "token", check: newer::short_secret }];

/// Telegram: topics are numbers.
pub(super) const TELEGRAM: &[Rule] = &[Rule { at: "thread", check: newer::thread }];

/// Apple: the formats of the IDs.
pub(super) const APPLE: &[Rule] = &[
    Rule { at: "app_store_issuer_id", check: newer::issuer },
    Rule { at: "app_store_key_id", check: newer::key_id },
];

/// Google Play: names of packages.
pub(super) const GOOGLE_PLAY: &[Rule] = &[Rule { at: "package_name", check: newer::package }];

/// Harbor: passwords that can be masked.
pub(super) const HARBOR: &[Rule] = &[Rule { at: "password", check: newer::harbor_password }];

/// Harbor: the names of its projects, which the first versions with Harbor do not check.
pub(super) const HARBOR_PROJECT: &[Rule] = &[Rule { at: "project_name", check: newer::harbor_project }];

/// Emails about pipelines: how many recipients newer versions take.
pub(super) const PIPELINE_MAIL: &[Rule] = &[Rule { at: "recipients", check: newer::pipeline_recipients }];

/// Google Cloud IAM: the number of a project.
pub(super) const GOOGLE_IAM: &[Rule] =
    &[Rule { at: "workload_identity_federation_project_number", check: newer::project_number }];

/// GitGuardian: only https.
pub(super) const GIT_GUARDIAN: &[Rule] = &[Rule { at: "api_url", check: newer::git_guardian }];

/// Discord: the webhooks of events are URLs.
pub(super) const DISCORD_EVENTS: &[Rule] = &[
    Rule { at: "push_channel", check: webhook::is_url },
    Rule { at: "tag_push_channel", check: webhook::is_url },
    Rule { at: "issue_channel", check: webhook::is_url },
    Rule { at: "confidential_issue_channel", check: webhook::is_url },
    Rule { at: "merge_request_channel", check: webhook::is_url },
    Rule { at: "note_channel", check: webhook::is_url },
    Rule { at: "confidential_note_channel", check: webhook::is_url },
    Rule { at: "pipeline_channel", check: webhook::is_url },
    Rule { at: "wiki_page_channel", check: webhook::is_url },
    Rule { at: "deployment_channel", check: webhook::is_url },
];

/// Discord: only its own host, from GitLab 17 on. GitLab 16.3 to 16.11 take others for events as well.
pub(super) const DISCORD: &[Rule] = &[
    Rule { at: "webhook", check: webhook::is_discord },
    Rule { at: "push_channel", check: webhook::is_discord },
    Rule { at: "tag_push_channel", check: webhook::is_discord },
    Rule { at: "issue_channel", check: webhook::is_discord },
    Rule { at: "confidential_issue_channel", check: webhook::is_discord },
    Rule { at: "merge_request_channel", check: webhook::is_discord },
    Rule { at: "note_channel", check: webhook::is_discord },
    Rule { at: "confidential_note_channel", check: webhook::is_discord },
    Rule { at: "pipeline_channel", check: webhook::is_discord },
    Rule { at: "wiki_page_channel", check: webhook::is_discord },
    Rule { at: "deployment_channel", check: webhook::is_discord },
];

/// Datadog: the formats of key, site and tags.
pub(super) const DATADOG: &[Rule] = &[
    Rule { at: "api_key", check: datadog::key },
    Rule { at: "datadog_site", check: datadog::site },
    Rule { at: "datadog_site", check: datadog::no_address },
    Rule { at: "archive_trace_events", check: datadog::logs },
    Rule { at: "datadog_tags", check: datadog::tags },
];

/// Issue trackers: the URL must contain the number of the issue.
pub(super) const TRACKER_WARNINGS: &[Rule] = &[Rule { at: "issues_url", check: addresses::has_id }];

/// GitHub: the URL of a repository, not of an account.
pub(super) const GITHUB_WARNINGS: &[Rule] = &[Rule { at: "repository_url", check: addresses::repository }];

/// Prometheus: a service account is a JSON file.
pub(super) const PROMETHEUS_WARNINGS: &[Rule] =
    &[Rule { at: "google_iap_service_account_json", check: datadog::service_account }];
