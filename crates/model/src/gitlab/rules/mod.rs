//! Rules of single integrations, after what GitLab was seen to refuse.

mod addresses;
mod channels;
pub(super) mod corrections;
mod datadog;
pub mod irc;
pub mod jenkins;
pub mod jira;
mod token;
mod webhook;

use crate::form::Rule;

/// Webhooks of all services must be URLs.
pub(super) const WEBHOOK: Rule = Rule { at: "webhook", check: webhook::is_url };

/// Chats: how many channels one event may have.
pub(super) const CHANNELS: &[Rule] = channels::RULES;

/// Discord: only its own host, from GitLab 17 on.
pub(super) const DISCORD: &[Rule] = &[Rule { at: "webhook", check: webhook::is_discord }];

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

/// Jira: transitions are numbers.
pub(super) const JIRA: &[Rule] = &[Rule { at: "jira_issue_transition_id", check: jira::transitions }];

/// Datadog: the formats of key, site and tags.
pub(super) const DATADOG: &[Rule] = &[
    Rule { at: "api_key", check: datadog::key },
    Rule { at: "datadog_site", check: datadog::site },
    Rule { at: "datadog_tags", check: datadog::tags },
];

/// Issue trackers: the URL must contain the number of the issue.
pub(super) const TRACKER_WARNINGS: &[Rule] = &[Rule { at: "issues_url", check: addresses::has_id }];

/// GitHub: the URL of a repository, not of an account.
pub(super) const GITHUB_WARNINGS: &[Rule] = &[Rule { at: "repository_url", check: addresses::repository }];

/// Prometheus: a service account is a JSON file.
pub(super) const PROMETHEUS_WARNINGS: &[Rule] =
    &[Rule { at: "google_iap_service_account_json", check: datadog::service_account }];
