//! The findings: each names what is wrong and with which integrations.

use super::examined::Examined;
use crate::gij::integration::Staleness;
use crate::gij::names::LEGACY;
use crate::gij::reindex::ReindexProgress;
use crate::gij::repositories::{RepositoryBrief, RepositoryState};
use std::collections::HashMap;

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
    /// Enabled ones of the same host that choose the same of its repositories: whoever reads an issue may see each commit
    /// twice. Their tokens may see different repositories, which Jira does not tell.
    Twins,
    /// Of a type that the vendor no longer supports.
    Legacy,
    /// Several with the same name, most of the time the default one of their host: nobody can tell them apart in a list.
    SameName,
}

/// One thing that needs attention.
#[derive(Clone, Debug, PartialEq, Eq)]
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
/// Findings are in the order of their concerns, and within one in the order of the integrations.
pub fn findings(integrations: &[Examined], known: Known<'_>, now: f64, hours: f64) -> Vec<Finding> {
    let enabled = || integrations.iter().filter(|one| !one.brief.is_disabled());
    let mut found = Vec::new();
    let mut add = |concern, ids: Vec<u64>, repositories| found.push(Finding { concern, ids, repositories });

    let in_error = repositories_in_error(known.repositories);
    for one in enabled() {
        let id = one.brief.id;
        let repositories = in_error.get(&id).cloned().unwrap_or_default();
        let run = known.runs.iter().rev().find(|(of, _)| *of == id);
        if !repositories.is_empty() || run.is_some_and(|(_, run)| run.has_failed()) {
            add(Concern::Failed, vec![id], repositories);
        }
    }
    for one in enabled() {
        let brief = &one.brief;
        match brief.staleness(now, hours) {
            Staleness::Fresh => {}
            Staleness::Stale | Staleness::VeryStale => add(Concern::NotIndexed, vec![brief.id], Vec::new()),
            // One that was just added waits for its turn.
            Staleness::Never if brief.connected_at().is_some_and(|at| now - at <= hours * HOUR_MS) => {}
            Staleness::Never => add(Concern::NeverIndexed, vec![brief.id], Vec::new()),
        }
    }
    for one in enabled() {
        let tracked = one.tracked.as_ref();
        if tracked.is_some_and(|tracked| tracked.user_tokens == Some(true) && tracked.browser == Some(false))
        {
            add(Concern::TokensWithoutBrowser, vec![one.brief.id], Vec::new());
        }
    }
    for ids in alike(enabled(), |one| {
        let choice = one.tracked.as_ref()?.choice.clone();
        let host = host(one.brief.origin());
        (!host.is_empty()).then_some((host, choice))
    }) {
        add(Concern::Twins, ids, Vec::new());
    }
    for one in integrations.iter().filter(|one| LEGACY.contains(&one.brief.kind.name())) {
        add(Concern::Legacy, vec![one.brief.id], Vec::new());
    }
    for ids in alike(integrations.iter(), |one| Some(one.brief.name().to_lowercase())) {
        add(Concern::SameName, ids, Vec::new());
    }
    found.sort_by_key(|finding| finding.concern);
    found
}

/// How many integrations each concern is about, the worst first; without those that are about none.
pub fn counts(findings: &[Finding]) -> Vec<(Concern, usize)> {
    let mut counts: Vec<(Concern, usize)> = Vec::new();
    for finding in findings {
        match counts.iter_mut().find(|(concern, _)| *concern == finding.concern) {
            Some((_, count)) => *count += finding.ids.len(),
            None => counts.push((finding.concern, finding.ids.len())),
        }
    }
    counts
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

/// The ids of those with the same key, where there are several, in the order of the first of each.
fn alike<'a, K: std::hash::Hash + Eq>(
    integrations: impl Iterator<Item = &'a Examined>,
    key: impl Fn(&Examined) -> Option<K>,
) -> Vec<Vec<u64>> {
    let mut places: HashMap<K, usize> = HashMap::new();
    let mut groups: Vec<Vec<u64>> = Vec::new();
    for one in integrations {
        let Some(key) = key(one) else { continue };
        let place = *places.entry(key).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            group.push(one.brief.id);
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
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
