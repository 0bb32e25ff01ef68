//! Parameters that the manual documents and servers drop. Only the answer to a PUT shows that they were dropped.

use crate::gitlab::server::GitLab;

/// The first server that reads a parameter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ReadSince {
    /// 14.8.
    Manual,
    /// A version after 14.8.
    Newer,
    /// None.
    Never,
}

const BRANCHES: [&str; 2] = ["branches_to_be_notified", "notify_only_broken_pipelines"];

/// Seen on GitLab 14 to 16. The server's own tests list some of them.
const DROPPED: [(&str, &[&str], ReadSince); 17] = [
    ("bamboo", &["enable_ssl_verification"], ReadSince::Manual),
    ("jenkins", &["enable_ssl_verification"], ReadSince::Manual),
    ("teamcity", &["enable_ssl_verification"], ReadSince::Manual),
    ("slack", &["deployment_channel", "confidential_note_channel"], ReadSince::Manual),
    ("unify-circuit", &BRANCHES, ReadSince::Newer),
    ("webex-teams", &BRANCHES, ReadSince::Newer),
    ("hangouts-chat", &["notify_only_broken_pipelines"], ReadSince::Newer),
    ("mock-ci", &["enable_ssl_verification"], ReadSince::Newer),
    ("buildkite", &["enable_ssl_verification"], ReadSince::Never),
    ("slack", &["commit_events", "job_events"], ReadSince::Never),
    ("bugzilla", &["title", "description"], ReadSince::Never),
    ("custom-issue-tracker", &["title", "description"], ReadSince::Never),
    ("redmine", &["description"], ReadSince::Never),
    ("youtrack", &["description"], ReadSince::Never),
    ("mattermost-slash-commands", &["username"], ReadSince::Never),
    ("pipelines-email", &["add_pusher"], ReadSince::Never),
    ("jira", &["active"], ReadSince::Never),
];

/// Whether this server drops the parameter `key` of `slug`.
pub(super) fn is_dropped(server: GitLab, slug: &str, key: &str) -> bool {
    let reads = if server.version() < GitLab::V14_8.version() {
        None
    } else if server.version() < GitLab::V16_11.version() {
        Some(ReadSince::Manual)
    } else {
        Some(ReadSince::Newer)
    };
    DROPPED.iter().any(|(of, keys, since)| *of == slug && keys.contains(&key) && Some(*since) > reads)
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
            [GitLab::V13_12, GitLab::V14_8, GitLab::V17_9].map(|server| is_dropped(server, slug, key))
        };
        assert_eq!(by("jenkins", "enable_ssl_verification"), [true, false, false]);
        assert_eq!(by("webex-teams", "branches_to_be_notified"), [true, true, false]);
        assert_eq!(by("redmine", "description"), [true, true, true]);
        assert_eq!(by("redmine", "project_url"), [false, false, false]);
    }
}
