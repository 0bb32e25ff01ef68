//! Parameters that the manual documents and servers drop without a word: only the answer to a PUT shows it.

use crate::options::GitLab;

/// Until which server parameters are dropped.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Until {
    /// Read since 14.8.
    Manual,
    /// Read since some version after 14.8.
    Newer,
    /// Never read.
    Ever,
}

const BRANCHES: [&str; 2] = ["branches_to_be_notified", "notify_only_broken_pipelines"];

/// Seen on GitLab 14 to 16, where the tests of the server itself list some of them.
const DROPPED: [(&str, &[&str], Until); 17] = [
    ("bamboo", &["enable_ssl_verification"], Until::Manual),
    ("jenkins", &["enable_ssl_verification"], Until::Manual),
    ("teamcity", &["enable_ssl_verification"], Until::Manual),
    ("slack", &["deployment_channel", "confidential_note_channel"], Until::Manual),
    ("unify-circuit", &BRANCHES, Until::Newer),
    ("webex-teams", &BRANCHES, Until::Newer),
    ("hangouts-chat", &["notify_only_broken_pipelines"], Until::Newer),
    ("mock-ci", &["enable_ssl_verification"], Until::Newer),
    ("buildkite", &["enable_ssl_verification"], Until::Ever),
    ("slack", &["commit_events", "job_events"], Until::Ever),
    ("bugzilla", &["title", "description"], Until::Ever),
    ("custom-issue-tracker", &["title", "description"], Until::Ever),
    ("redmine", &["description"], Until::Ever),
    ("youtrack", &["description"], Until::Ever),
    ("mattermost-slash-commands", &["username"], Until::Ever),
    ("pipelines-email", &["add_pusher"], Until::Ever),
    ("jira", &["active"], Until::Ever),
];

/// Whether this server drops the parameter `key` of `slug`.
pub(super) fn is_dropped(server: GitLab, slug: &str, key: &str) -> bool {
    let reads = match server {
        GitLab::ServicesOnly => None,
        GitLab::Manual => Some(Until::Manual),
        GitLab::Newer => Some(Until::Newer),
    };
    DROPPED.iter().any(|(of, keys, until)| *of == slug && keys.contains(&key) && Some(*until) > reads)
}

#[cfg(test)]
mod tests {
    use patchbay_model::gitlab;

    use super::*;

    #[test]
    fn names_only_what_the_manual_documents() {
        for (slug, keys, _) in DROPPED {
            let spec = gitlab::find(slug).unwrap_or_else(|| panic!("{slug} is not in the catalogue"));
            assert!(keys.iter().all(|key| spec.param(key).is_some()), "{slug}: {keys:?}");
        }
    }

    #[test]
    fn newer_servers_read_more() {
        let by = |slug, key| {
            [GitLab::ServicesOnly, GitLab::Manual, GitLab::Newer].map(|server| is_dropped(server, slug, key))
        };
        assert_eq!(by("jenkins", "enable_ssl_verification"), [true, false, false]);
        assert_eq!(by("webex-teams", "branches_to_be_notified"), [true, true, false]);
        assert_eq!(by("redmine", "description"), [true, true, true]);
        assert_eq!(by("redmine", "project_url"), [false, false, false]);
    }
}
