//! The repositories of an integration as the page shows them: what is searched, and which there are in which order.

use super::asked::{Asked, Facet, Sort};
use crate::browser::case::lower;
use crate::browser::collate;
use patchbay_model::gij::{RepositoryBrief, RepositoryState, Staleness};
use patchbay_scan::{contains, haystack};
use std::cmp::Ordering;

/// Hours after which an index counts as stale, as in the list of integrations.
pub const STALE_HOURS: f64 = 24.0;

/// A repository with what searching and sorting need, made once when it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct RepositoryRow {
    /// The repository.
    pub brief: RepositoryBrief,
    /// What is searched, in lower case.
    haystack: String,
    /// Its place by name.
    place: usize,
}

/// Prepares the repositories of an integration for the page.
pub fn rows(briefs: Vec<RepositoryBrief>) -> Vec<RepositoryRow> {
    let order = collate::order(&mut briefs.iter().map(|brief| brief.name.clone()));
    let mut rows: Vec<RepositoryRow> = briefs.into_iter().map(row).collect();
    for (place, at) in order.into_iter().enumerate() {
        rows[at].place = place;
    }
    rows
}

fn row(brief: RepositoryBrief) -> RepositoryRow {
    let id = format!("#{}", brief.id);
    let texts = [&brief.name, &brief.origin, &brief.group, &brief.main_branch, &id];
    let haystack = haystack(&texts.map(String::as_str), lower);
    RepositoryRow { brief, haystack, place: 0 }
}

impl RepositoryRow {
    /// The values that it has of a facet, as the address writes them.
    pub fn values(&self, facet: Facet, now: f64) -> Vec<String> {
        let brief = &self.brief;
        match facet {
            Facet::Status => vec![if brief.disabled { "disabled" } else { "enabled" }.to_owned()],
            Facet::State => vec![brief.state.as_ref().map_or("none", word).to_owned()],
            Facet::Indexed => {
                let word = match brief.staleness(now, STALE_HOURS) {
                    Staleness::Fresh => "fresh",
                    Staleness::Stale | Staleness::VeryStale => "stale",
                    Staleness::Never => "never",
                };
                vec![word.to_owned()]
            }
            Facet::Projects if brief.global == Some(true) => vec!["all".to_owned()],
            Facet::Projects => brief.projects.iter().map(u64::to_string).collect(),
        }
    }
}

/// A state in an address.
pub fn word(state: &RepositoryState) -> &str {
    match state {
        RepositoryState::Queued => "QUEUED",
        RepositoryState::Scanning => "SCANNING",
        RepositoryState::Updated => "UPDATED",
        RepositoryState::Error => "ERROR",
        RepositoryState::Other(other) => other,
    }
}

/// The indexes of all rows, in the order that is asked for. Equal ones are sorted by name, then by id.
pub fn order(rows: &[RepositoryRow], sort: Sort, descending: bool) -> Vec<usize> {
    let by_name = |one: &RepositoryRow, other: &RepositoryRow| {
        one.place.cmp(&other.place).then(one.brief.id.cmp(&other.brief.id))
    };
    let compare = |left: &RepositoryRow, right: &RepositoryRow| -> Ordering {
        let (one, other) = (&left.brief, &right.brief);
        match sort {
            Sort::Name => by_name(left, right),
            Sort::Branch => one.main_branch.cmp(&other.main_branch),
            Sort::Status => one.disabled.cmp(&other.disabled),
            // What is wrong comes first.
            Sort::State => badness(one).cmp(&badness(other)),
            Sort::Indexed => {
                one.indexed_at.unwrap_or_default().total_cmp(&other.indexed_at.unwrap_or_default())
            }
        }
    };
    let mut indexes: Vec<usize> = (0..rows.len()).collect();
    indexes.sort_unstable_by(|&left, &right| {
        let (left, right) = (&rows[left], &rows[right]);
        let first = compare(left, right);
        (if descending { first.reverse() } else { first }).then_with(|| by_name(left, right))
    });
    indexes
}

fn badness(brief: &RepositoryBrief) -> (u8, &str) {
    match &brief.state {
        Some(RepositoryState::Error) => (0, ""),
        Some(RepositoryState::Scanning) => (1, ""),
        Some(RepositoryState::Queued) => (2, ""),
        Some(RepositoryState::Other(other)) => (3, other),
        Some(RepositoryState::Updated) => (4, ""),
        None => (5, ""),
    }
}

/// A search with its facets, made ready for many rows.
pub struct Filter<'a> {
    asked: &'a Asked,
    words: Vec<String>,
    now: f64,
}

impl<'a> Filter<'a> {
    /// Prepares it; `now` in epoch milliseconds decides what is stale.
    pub fn new(asked: &'a Asked, now: f64) -> Self {
        let words = lower(&asked.search).split_whitespace().map(str::to_owned).collect();
        Self { asked, words, now }
    }

    /// Whether the row is shown; `but`: without this facet.
    pub fn keeps(&self, row: &RepositoryRow, but: Option<Facet>) -> bool {
        let fits = |facet: Facet| {
            let chosen = &self.asked.facets[facet as usize];
            let any = || {
                let values = row.values(facet, self.now);
                // What is associated with all projects is so with each.
                let is_global = facet == Facet::Projects && row.brief.global == Some(true);
                is_global || chosen.iter().any(|one| values.contains(one))
            };
            but == Some(facet) || chosen.is_empty() || any()
        };
        self.words.iter().all(|word| contains(&row.haystack, word)) && Facet::ALL.into_iter().all(fits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::TableQuery;
    use patchbay_model::gij::read_repositories;
    use serde_json::json;

    const HOUR: f64 = 3_600_000.0;
    const NOW: f64 = 1_000.0 * HOUR;

    fn sample() -> Vec<RepositoryRow> {
        let listed = read_repositories(json!([
            {"id": 1, "displayName": "web 10", "mainBranch": "main", "global": true, "state": "UPDATED",
                "lastIndexedDate": NOW - HOUR, "group": "acme"},
            {"id": 2, "displayName": "Web 9", "mainBranch": "develop", "projectMappingIds": [10000], "state": "ERROR",
                "disabled": true, "lastIndexedDate": NOW - 30.0 * HOUR},
            {"id": 3, "origin": "https://h/x/api.git", "mainBranch": "main", "projectMappingIds": [10000, 10001]},
        ]))
        .unwrap();
        let mut rows: Vec<RepositoryRow> =
            listed.read.iter().map(|one| row(RepositoryBrief::of(one))).collect();
        // As a person sorts names, which only browsers can.
        (rows[0].place, rows[1].place) = (2, 1);
        rows
    }

    fn shown(query: &TableQuery) -> Vec<u64> {
        let (rows, asked) = (sample(), Asked::of(query));
        let filter = Filter::new(&asked, NOW);
        let order = order(&rows, asked.sort, asked.descending);
        order.into_iter().filter(|at| filter.keeps(&rows[*at], None)).map(|at| rows[at].brief.id).collect()
    }

    #[test]
    fn finds_filters_and_sorts() {
        let query = |pairs: &[(&str, &str)]| {
            let with =
                |query: TableQuery, (name, value): &(&str, &str)| query.with(name, &[(*value).to_owned()]);
            pairs.iter().fold(TableQuery::default(), with)
        };
        for (pairs, ids) in [
            (&[][..], &[3, 2, 1][..]),
            (&[("sort", "-name")], &[1, 2, 3]),
            (&[("sort", "branch")], &[2, 3, 1]),
            (&[("sort", "-branch")], &[3, 1, 2]),
            (&[("sort", "status")], &[3, 1, 2]),
            (&[("sort", "state")], &[2, 1, 3]),
            (&[("sort", "indexed")], &[3, 2, 1]),
            (&[("sort", "nothing")], &[3, 2, 1]),
            (&[("q", "web")], &[2, 1]),
            (&[("q", "WEB 10")], &[1]),
            (&[("q", "#3")], &[3]),
            (&[("q", "acme web")], &[1]),
            (&[("q", "api.git")], &[3]),
            (&[("q", "nowhere")], &[]),
            (&[("status", "disabled")], &[2]),
            (&[("status", "enabled")], &[3, 1]),
            (&[("state", "ERROR")], &[2]),
            (&[("state", "none")], &[3]),
            (&[("indexed", "fresh")], &[1]),
            (&[("indexed", "stale")], &[2]),
            (&[("indexed", "never")], &[3]),
            (&[("project", "all")], &[1]),
            (&[("project", "10000")], &[3, 2, 1]),
            (&[("project", "10001")], &[3, 1]),
            (&[("project", "10001"), ("q", "api")], &[3]),
        ] {
            assert_eq!(shown(&query(pairs)), ids, "{pairs:?}");
        }
    }
}
