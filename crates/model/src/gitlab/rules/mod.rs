//! The rules that integrations keep beyond those of single fields, after what servers are seen to refuse.

mod addresses;
mod datadog;
mod irc;
mod jenkins;
mod jira;
mod token;
mod webhook;

use crate::form::Rule;

/// A webhook is an address, whatever takes it.
pub(super) const WEBHOOK: Rule = Rule { at: "webhook", check: webhook::is_address };

/// Tokens come with blanks when they are copied carelessly; servers take them, and the service refuses them later.
pub(super) const TOKENS: &[Rule] = &[
    Rule { at: "token", check: |form| token::has_blanks(form, "token") },
    Rule { at: "api_key", check: |form| token::has_blanks(form, "api_key") },
    Rule { at: "user_key", check: |form| token::has_blanks(form, "user_key") },
];

/// Discord: its own host only.
pub(super) const DISCORD: &[Rule] = &[Rule { at: "webhook", check: webhook::is_discord }];

/// Campfire: a part of a host name.
pub(super) const CAMPFIRE: &[Rule] = &[Rule { at: "subdomain", check: addresses::subdomain }];

/// Confluence: the cloud only.
pub(super) const CONFLUENCE: &[Rule] = &[Rule { at: "confluence_url", check: addresses::confluence }];

/// irker: recipients must be whole addresses unless there is a default one.
pub(super) const IRKER: &[Rule] = &[
    Rule { at: "default_irc_uri", check: irc::default_is_an_address },
    Rule { at: "recipients", check: irc::needs_addresses },
];

/// Jenkins: who has a password has a name.
pub(super) const JENKINS: &[Rule] = &[Rule { at: "username", check: jenkins::name_with_password }];

/// Jira: transitions are numbers.
pub(super) const JIRA: &[Rule] = &[Rule { at: "jira_issue_transition_id", check: jira::transitions }];

/// Datadog: keys, hosts and tags of the right shape.
pub(super) const DATADOG: &[Rule] = &[
    Rule { at: "api_key", check: datadog::key },
    Rule { at: "datadog_site", check: datadog::site },
    Rule { at: "datadog_tags", check: datadog::tags },
];

/// Issue trackers: where the number of an issue goes.
pub(super) const TRACKER_WARNINGS: &[Rule] = &[Rule { at: "issues_url", check: addresses::has_id }];

/// GitHub: a repository, not a person.
pub(super) const GITHUB_WARNINGS: &[Rule] = &[Rule { at: "repository_url", check: addresses::repository }];

/// Prometheus: a service account is a JSON file.
pub(super) const PROMETHEUS_WARNINGS: &[Rule] =
    &[Rule { at: "google_iap_service_account_json", check: datadog::service_account }];
