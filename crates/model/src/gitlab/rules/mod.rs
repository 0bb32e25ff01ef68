//! The rules that integrations keep beyond those of single fields, after what servers are seen to refuse.

mod irc;
mod jenkins;
mod jira;

use crate::schema::Rule;

/// irker: recipients must be whole addresses unless there is a default one.
pub(super) const IRKER: &[Rule] = &[
    Rule { at: "default_irc_uri", check: irc::default_is_an_address },
    Rule { at: "recipients", check: irc::needs_addresses },
];

/// Jenkins: who has a password has a name.
pub(super) const JENKINS: &[Rule] = &[Rule { at: "username", check: jenkins::name_with_password }];

/// Jira: transitions are numbers.
pub(super) const JIRA: &[Rule] = &[Rule { at: "jira_issue_transition_id", check: jira::transitions }];
