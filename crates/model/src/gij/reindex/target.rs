//! Which numbers make Jira index an integration.

use crate::gij::repositories::RepositoryBrief;

/// What is sent as `repoId` so that an integration is indexed.
///
/// Only repositories are documented. The vendor's own page starts the indexing of a whole integration, integrations and
/// repositories are one class and most likely one table on the server, and only the indexing of the integration scans its
/// host again. So its own number is tried first, unless that is also the number of a repository: Jira would index that
/// repository and say that all went well. A server that refuses the number is asked for each repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReindexTarget {
    /// The integration's own number, which no repository has; where Jira refuses it, these repositories.
    Whole {
        /// The integration's number.
        id: u64,
        /// Its repositories that are enabled, for a server that refuses the number.
        or_each: Vec<u64>,
    },
    /// Its repositories one by one, without a scan of the host: repositories that are new on the host do not appear, and
    /// none goes.
    Each(Vec<u64>),
}

/// What to send for an integration, with all repositories that this Jira lists.
pub fn targets(integration: u64, repositories: &[RepositoryBrief]) -> ReindexTarget {
    let own = repositories.iter().filter(|one| one.integration == Some(integration) && !one.disabled);
    let each: Vec<u64> = own.map(|one| one.id).collect();
    if repositories.iter().any(|one| one.id == integration) {
        ReindexTarget::Each(each)
    } else {
        ReindexTarget::Whole { id: integration, or_each: each }
    }
}
