//! Which integrations a list shows and in which order: plain logic, no page.

use crate::browser::case::lower;
use crate::route::{ListQuery, Sort};
use crate::store::Row;
use patchbay_scan::contains;
use std::cmp::Ordering;

/// All rows in the order the query asks for, as indexes. Equal ones are sorted by name, then by id.
pub fn order(rows: &[Row], sort: Sort, descending: bool) -> Vec<usize> {
    if sort == Sort::Name
        && let Some(mut by_name) = by_place(rows)
    {
        if descending {
            by_name.reverse();
        }
        return by_name;
    }
    let by_name = |left: &Row, right: &Row| left.place.cmp(&right.place).then(left.id().cmp(&right.id()));
    let compare = |left: &Row, right: &Row| -> Ordering {
        let (one, other) = (&left.integration, &right.integration);
        match sort {
            Sort::Name => by_name(left, right),
            Sort::Type => one.kind.label().cmp(other.kind.label()),
            Sort::Status => one.is_disabled().cmp(&other.is_disabled()),
            Sort::Indexed => {
                one.indexed_at().unwrap_or_default().total_cmp(&other.indexed_at().unwrap_or_default())
            }
        }
    };
    sorted(rows.len(), &|left, right| {
        let (left, right) = (&rows[left], &rows[right]);
        let first = compare(left, right);
        (if descending { first.reverse() } else { first }).then_with(|| by_name(left, right))
    })
}

/// The usual order needs no sorting: each row has its place. `None` if two have the same.
fn by_place(rows: &[Row]) -> Option<Vec<usize>> {
    let mut order = vec![usize::MAX; rows.len()];
    for (at, row) in rows.iter().enumerate() {
        let place = order.get_mut(row.place).filter(|place| **place == usize::MAX)?;
        *place = at;
    }
    Some(order)
}

/// The numbers below `count` in the order that `compare` gives them. One sort for all lists: each more would be several
/// kilobytes of the download.
pub fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indexes: Vec<usize> = (0..count).collect();
    indexes.sort_unstable_by(|&left, &right| compare(left, right));
    indexes
}

/// Which facet a count leaves out: its own, so that its other values show what they would add.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// By type.
    Type,
    /// By whether it is switched on.
    Status,
    /// By when it was last indexed.
    Indexed,
    /// By project.
    Project,
}

/// A query made ready for many rows.
pub struct Filter<'a> {
    query: &'a ListQuery,
    words: Vec<String>,
    now: f64,
}

impl<'a> Filter<'a> {
    /// Prepares the query; `now` in epoch milliseconds decides what is stale.
    pub fn new(query: &'a ListQuery, now: f64) -> Self {
        let words = lower(&query.search).split_whitespace().map(str::to_owned).collect();
        Self { query, words, now }
    }

    /// Whether the row is shown.
    pub fn keeps(&self, row: &Row) -> bool {
        self.keeps_but(row, None)
    }

    /// Whether the row would be shown without the facet `but`.
    pub fn keeps_but(&self, row: &Row, but: Option<Facet>) -> bool {
        let query = self.query;
        let open = |facet: Facet, chosen: &[String]| but == Some(facet) || chosen.is_empty();
        let has = |chosen: &[String], value: &str| chosen.iter().any(|one| one == value);
        self.words.iter().all(|word| contains(&row.haystack, word))
            && (open(Facet::Type, &query.types) || has(&query.types, row.integration.kind.name()))
            && (open(Facet::Status, &query.status) || has(&query.status, row.status()))
            && (open(Facet::Indexed, &query.indexed)
                || has(&query.indexed, row.indexed(self.now, query.stale_hours)))
            && (open(Facet::Project, &query.projects)
                || query.projects.iter().any(|project| self.has_project(row, project)))
    }

    fn has_project(&self, row: &Row, project: &str) -> bool {
        match row.integration.is_global() {
            // It applies to each project, so it is among those of every one.
            Some(true) => true,
            _ => project.parse().is_ok_and(|id| row.projects().contains(&id)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::rank;
    use patchbay_model::gij::{Brief, Integration};
    use serde_json::{Value, json};

    const HOUR: f64 = 3_600_000.0;
    const NOW: f64 = 1_000.0 * HOUR;

    fn rows() -> Vec<Row> {
        let mut rows = [
            json!({"id": 1, "displayName": "repo 10", "origin": "https://github.acme.example", "integrationType": "GITHUB_SERVER",
                "global": true, "lastIndexedDate": NOW - HOUR}),
            json!({"id": 2, "displayName": "Repo 9", "origin": "https://gitlab.com", "integrationType": "GITLAB",
                "disabled": true, "global": false, "projectMappingIds": [10000, 10001]}),
            json!({"id": 30, "displayName": "mobile", "origin": "https://gitlab.acme.example", "integrationType": "GITLAB_SERVER",
                "global": false, "projectMappingIds": [10001], "lastIndexedDate": NOW - 30.0 * HOUR}),
        ]
        .into_iter()
        .map(|value| match value {
            Value::Object(settings) => Row::new(Brief::of(&Integration::read(settings).unwrap())),
            _ => unreachable!(),
        })
        .collect::<Vec<_>>();
        rank(&mut rows, |_| vec![2, 1, 0]);
        rows
    }

    #[track_caller]
    fn assert_kept(query: ListQuery, ids: &[u64]) {
        let rows = rows();
        let filter = Filter::new(&query, NOW);
        let kept: Vec<u64> = rows.iter().filter(|row| filter.keeps(row)).map(Row::id).collect();
        assert_eq!(kept, ids, "{query}");
    }

    #[test]
    fn searches_name_origin_and_id_word_by_word() {
        let search = |text: &str| ListQuery { search: text.to_owned(), ..ListQuery::default() };
        assert_kept(search(""), &[1, 2, 30]);
        assert_kept(search("REPO"), &[1, 2]);
        assert_kept(search("acme git"), &[1, 30]);
        assert_kept(search("#30"), &[30]);
        assert_kept(search("nothing like it"), &[]);
    }

    #[test]
    fn a_facet_keeps_any_of_its_values_and_every_facet_must_fit() {
        let none = ListQuery::default;
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert_kept(ListQuery { types: words(&["GITLAB", "GITLAB_SERVER"]), ..none() }, &[2, 30]);
        assert_kept(ListQuery { status: words(&["disabled"]), ..none() }, &[2]);
        assert_kept(ListQuery { indexed: words(&["stale"]), ..none() }, &[30]);
        assert_kept(ListQuery { indexed: words(&["stale"]), stale_hours: 48, ..none() }, &[]);
        assert_kept(ListQuery { indexed: words(&["never", "fresh"]), ..none() }, &[1, 2]);
    }

    #[test]
    fn what_is_associated_with_all_projects_is_with_each() {
        let chosen = |projects: &[&str], status: &[&str]| {
            let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
            ListQuery { projects: words(projects), status: words(status), ..ListQuery::default() }
        };
        for (projects, status, ids) in [
            (&["10001"][..], &[][..], &[1, 2, 30][..]),
            (&["10000"], &[], &[1, 2]),
            (&["10000", "10001"], &[], &[1, 2, 30]),
            (&["10001"], &["enabled"], &[1, 30]),
            (&["10001"], &["disabled"], &[2]),
            // A project that no integration names.
            (&["10002"], &[], &[1]),
            (&["all"], &[], &[1]),
            (&["all"], &["disabled"], &[]),
            (&["all", "10000"], &[], &[1, 2]),
        ] {
            assert_kept(chosen(projects, status), ids);
        }
    }

    #[test]
    fn what_is_enabled_and_not_indexed_needs_attention() {
        let row = |disabled: Value, indexed: Value| {
            let settings = json!({"id": 1, "disabled": disabled, "lastIndexedDate": indexed});
            let Value::Object(settings) = settings else { unreachable!() };
            Row::new(Brief::of(&Integration::read(settings).unwrap()))
        };
        for (disabled, indexed, needs) in [
            (json!(false), json!(NOW - HOUR), false),
            (json!(false), json!(NOW - 25.0 * HOUR), true),
            (json!(false), json!(NOW - 1_000.0 * HOUR), true),
            (json!(false), json!(null), true),
            (json!(null), json!(0), true),
            (json!("false"), json!("0"), true),
            (json!(true), json!(NOW - HOUR), false),
            (json!(true), json!(NOW - 25.0 * HOUR), false),
            (json!(true), json!(null), false),
            (json!("true"), json!(0), false),
        ] {
            let row = row(disabled.clone(), indexed.clone());
            assert_eq!(row.needs_attention(NOW, 24), needs, "{disabled} {indexed}");
        }
        assert!(!row(json!(false), json!(NOW - 25.0 * HOUR)).needs_attention(NOW, 48));
    }

    #[test]
    fn a_count_leaves_its_own_facet_out() {
        let query = ListQuery { status: vec!["disabled".to_owned()], ..ListQuery::default() };
        let rows = rows();
        let filter = Filter::new(&query, NOW);
        assert_eq!(rows.iter().filter(|row| filter.keeps_but(row, Some(Facet::Status))).count(), 3);
    }

    #[test]
    fn sorts_by_each_column_and_both_ways() {
        let rows = rows();
        let ids = |sort, descending| {
            order(&rows, sort, descending).iter().map(|&at| rows[at].id()).collect::<Vec<_>>()
        };
        assert_eq!(ids(Sort::Name, false), [30, 2, 1]);
        assert_eq!(ids(Sort::Name, true), [1, 2, 30]);
        assert_eq!(ids(Sort::Indexed, false), [2, 30, 1]);
        assert_eq!(ids(Sort::Status, false), [30, 1, 2]);
        assert_eq!(ids(Sort::Type, false), [1, 30, 2]);
    }
}
