//! What cannot be changed of a repository, and why.

use crate::object::Object;
use serde_json::Value;

/// Why a setting is only shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// "Update Nested Repository": such a value is ignored without a word.
    Ignored,
    /// It follows from the host and the integration's scan. The documents let a request change it, which would separate
    /// the repository from what the integration tracks.
    Scanned,
    /// Jira alone writes it.
    Reported,
}

impl Reason {
    /// The reason as a sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Ignored => {
                "Jira ignores changes of this setting in a repository that an integration tracks. Change it in the integration."
            }
            Self::Scanned => "Jira sets it when it scans the integration’s host.",
            Self::Reported => "Jira reports it. It cannot be changed.",
        }
    }
}

/// A setting that is only shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// Key on the wire.
    pub key: &'static str,
    /// Label for people.
    pub label: &'static str,
    /// Why it is only shown.
    pub reason: Reason,
    /// Its value: a text, or `on` and `off`.
    pub value: String,
}

const fn of(key: &'static str, label: &'static str, reason: Reason) -> (&'static str, &'static str, Reason) {
    (key, label, reason)
}

/// Without what tells of secrets (`encryptedPassword`, `encryptedPat`), which the model drops, and without moments, which a
/// page shows in its own words.
const ALL: [(&str, &str, Reason); 15] = [
    of("origin", "Address", Reason::Scanned),
    of("group", "Group", Reason::Scanned),
    of("groupName", "Group", Reason::Scanned),
    of("root", "Folder on the Jira server", Reason::Scanned),
    of("realRoot", "Folder in Jira’s own folder", Reason::Scanned),
    of("absoluteRoot", "Folder is outside of Jira’s own folder", Reason::Scanned),
    of("mainBranch", "Main branch", Reason::Ignored),
    of("enableFetches", "Fetch from the host", Reason::Ignored),
    of("username", "User name", Reason::Ignored),
    of("requireUserPat", "Require users’ own tokens", Reason::Ignored),
    of("disableSslVerification", "Verify SSL certificates", Reason::Ignored),
    of("commitsValidationRequired", "Refuse commits without an issue", Reason::Ignored),
    of("refSpecHeads", "Fetch branches", Reason::Ignored),
    of("refSpecTags", "Fetch tags", Reason::Ignored),
    of("hosted", "Hosted by Jira", Reason::Reported),
];

/// Those that Jira reports for this repository.
pub(super) fn fixed(settings: &Object) -> Vec<Fixed> {
    let shown = |key: &str| {
        let on = |on: bool| if on { "on" } else { "off" }.to_owned();
        match settings.get(key)? {
            Value::String(text) if text.trim().is_empty() => None,
            Value::String(text) => Some(text.trim().to_owned()),
            // The label says the opposite.
            Value::Bool(disabled) if key == "disableSslVerification" => Some(on(!disabled)),
            Value::Bool(is_on) => Some(on(*is_on)),
            Value::Null => None,
            other => Some(other.to_string()),
        }
    };
    let reported = ALL.into_iter().filter(|(key, ..)| *key != "groupName" || shown("group").is_none());
    reported
        .filter_map(|(key, label, reason)| Some(Fixed { key, label, reason, value: shown(key)? }))
        .collect()
}
