//! The findings: each names what is wrong and with which integrations.

use crate::gij::brief::Brief;
use crate::gij::integration::Staleness;
use crate::gij::names::LEGACY;
use crate::gij::reindex::ReindexProgress;
use crate::gij::repositories::{RepositoryBrief, RepositoryState};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// What needs attention, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concern {
    /// Its last indexing had errors, or Jira reports the state ERROR for repositories of it.
    Failed,
    /// Enabled, added longer ago than is allowed, and never indexed.
    NeverIndexed,
    /// Enabled, and not indexed for longer than is allowed.
    NotIndexed,
    /// Enabled, asks users for tokens of their own, and has no repository browser, without which those have no effect.
    TokensWithoutBrowser,
    /// Enabled ones of the same host that choose the same repositories: issues may show each commit twice. Their tokens may
    /// reach different repositories, which Jira does not report.
    Twins,
    /// Of a type that the vendor no longer supports.
    Legacy,
    /// Several with the same name, which is usually the default name of their host: the list does not show which is which.
    SameName,
}

/// One thing that needs attention.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Finding {
    /// What is wrong.
    pub concern: Concern,
    /// The integrations that it is about, in the order of the list: one, or all that are alike.
    pub ids: Vec<u64>,
    /// The repositories that it is about; empty if it is about the integration as a whole.
    pub repositories: Vec<u64>,
}

/// What is known besides the integrations. All of it may be empty: then nothing is found about it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// Repositories of any integrations.
    pub repositories: &'a [RepositoryBrief],
    /// How the last indexing of an integration went, by its id.
    pub runs: &'a [(u64, ReindexProgress)],
}

/// What needs attention. `now` is in epoch milliseconds; `hours` is how long an integration may go without being indexed.
/// Findings are in the order of their concerns, and within one in the order of the integrations. Rests between them.
pub async fn findings(
    integrations: &[&Brief],
    known: Known<'_>,
    now: f64,
    hours: f64,
    rest: &mut impl AsyncFnMut(),
) -> Vec<Finding> {
    let in_error = repositories_in_error(known.repositories);
    let runs: HashMap<u64, &ReindexProgress> = known.runs.iter().map(|(of, run)| (*of, run)).collect();
    let mut found = Vec::new();
    for one in integrations.iter().filter(|one| !one.is_disabled()) {
        rest().await;
        let mut add =
            |concern, repositories| found.push(Finding { concern, ids: vec![one.id], repositories });
        let repositories = in_error.get(&one.id).cloned().unwrap_or_default();
        if !repositories.is_empty() || runs.get(&one.id).is_some_and(|run| run.has_failed()) {
            add(Concern::Failed, repositories);
        }
        match one.staleness(now, hours) {
            Staleness::Fresh => {}
            Staleness::Stale | Staleness::VeryStale => add(Concern::NotIndexed, Vec::new()),
            // One that was just added waits for its turn.
            Staleness::Never if one.connected_at().is_some_and(|at| now - at <= hours * HOUR_MS) => {}
            Staleness::Never => add(Concern::NeverIndexed, Vec::new()),
        }
    }
    found.extend(lasting(integrations, rest).await);
    found.sort_by_key(|finding| finding.concern);
    found
}

/// The findings that the list alone tells, whatever the time is. Rests between the integrations.
pub async fn lasting(integrations: &[&Brief], rest: &mut impl AsyncFnMut()) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |concern, ids: Vec<u64>| found.push(Finding { concern, ids, repositories: Vec::new() });
    let (mut twins, mut names) = (Alike::default(), Alike::default());
    for one in integrations {
        rest().await;
        if !one.is_disabled() {
            if one.has_idle_tokens() {
                add(Concern::TokensWithoutBrowser, vec![one.id]);
            }
            let host = host(one.origin());
            if !host.is_empty() {
                twins.put((host, one.choice()), one.id);
            }
        }
        if LEGACY.contains(&one.kind.name()) {
            add(Concern::Legacy, vec![one.id]);
        }
        names.put(one.name().to_lowercase(), one.id);
    }
    for (concern, groups) in [(Concern::Twins, twins.groups), (Concern::SameName, names.groups)] {
        groups.into_iter().filter(|ids| ids.len() > 1).for_each(|ids| add(concern, ids));
    }
    found.sort_by_key(|finding| finding.concern);
    found
}

/// How many integrations need attention for another reason than when they were indexed, each counted once.
pub fn count_besides_indexing(findings: &[Finding]) -> usize {
    let is_other =
        |finding: &&Finding| !matches!(finding.concern, Concern::NeverIndexed | Concern::NotIndexed);
    let ids: HashSet<u64> =
        findings.iter().filter(is_other).flat_map(|finding| finding.ids.iter().copied()).collect();
    ids.len()
}

const HOUR_MS: f64 = 3_600_000.0;

/// For each integration, its enabled repositories whose last indexing failed.
fn repositories_in_error(repositories: &[RepositoryBrief]) -> HashMap<u64, Vec<u64>> {
    let mut of: HashMap<u64, Vec<u64>> = HashMap::new();
    for one in repositories.iter().filter(|one| !one.disabled && one.state == Some(RepositoryState::Error)) {
        if let Some(integration) = one.integration {
            of.entry(integration).or_default().push(one.id);
        }
    }
    of
}

/// The ids of those with the same key, in the order of the first of each.
struct Alike<K> {
    places: HashMap<K, usize>,
    groups: Vec<Vec<u64>>,
}

impl<K> Default for Alike<K> {
    fn default() -> Self {
        Self { places: HashMap::new(), groups: Vec::new() }
    }
}

impl<K: Hash + Eq> Alike<K> {
    fn put(&mut self, key: K, id: u64) {
        let next = self.groups.len();
        let place = *self.places.entry(key).or_insert(next);
        match self.groups.get_mut(place) {
            Some(group) => group.push(id),
            None => self.groups.push(vec![id]),
        }
    }
}

/// An origin without what does not tell hosts apart: the case of scheme and host, and slashes at the end. A folder stays as
/// it is.
fn host(origin: &str) -> String {
    let origin = origin.trim_end_matches('/');
    match origin.split_once("://") {
        Some((scheme, rest)) => {
            let end = rest.find('/').unwrap_or(rest.len());
            let (host, path) = rest.split_at(end);
            format!("{}://{}{path}", scheme.to_ascii_lowercase(), host.to_ascii_lowercase())
        }
        None => origin.to_owned(),
    }
}
