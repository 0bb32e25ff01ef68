//! What was found for the last searches: typing on looks through what is left only, and deleting finds it again.

use super::listing::Filter;
use crate::browser::case::lower;
use crate::route::ListQuery;
use crate::store::Row;
use std::sync::Arc;

/// How many searches are remembered: the letters of a word or two.
const REMEMBERED: usize = 24;

/// What was found, each for a search.
#[derive(Default)]
pub struct Narrowing {
    /// What else it depends on: the list, by a number of its own, facets and order, and the time where that counts.
    of: Option<(u64, ListQuery, f64)>,
    found: Vec<(String, Arc<Vec<usize>>)>,
}

impl Narrowing {
    /// The indexes of the rows that the query keeps, in the order of `sorted`; `list` is another number whenever any row
    /// is another one.
    pub fn find(
        &mut self,
        list: u64,
        rows: &[Row],
        sorted: &Arc<Vec<usize>>,
        query: &ListQuery,
        now: f64,
    ) -> Arc<Vec<usize>> {
        let search = lower(&query.search);
        let of = (
            list,
            ListQuery { search: String::new(), ..query.clone() },
            if query.indexed.is_empty() { 0.0 } else { now },
        );
        if self.of.as_ref() != Some(&of) {
            self.found.clear();
            self.of = Some(of);
        }
        // The longest search that this one begins with: whatever it left out, this one leaves out as well.
        let begun = self.found.iter().filter(|(other, _)| search.starts_with(other.as_str()));
        let begun = begun.max_by_key(|(other, _)| other.len());
        if let Some((_, found)) = begun.filter(|(other, _)| *other == search) {
            return found.clone();
        }
        let filter = Filter::new(query, now);
        let among = begun.map_or(sorted, |(_, found)| found);
        let keeps = |at: &usize| rows.get(*at).is_some_and(|row| filter.keeps(row));
        let found = Arc::new(among.iter().copied().filter(keeps).collect::<Vec<_>>());
        if self.found.len() == REMEMBERED {
            self.found.remove(0);
        }
        self.found.push((search, found.clone()));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use patchbay_model::gij::{Brief, Integration};
    use serde_json::{Value, json};

    fn rows() -> Vec<Row> {
        let names = ["mobile", "Mobile apps", "mob", "open source", "web shop", "o", "shop web", ""];
        let row = |(at, name): (usize, &str)| {
            let settings =
                json!({"id": at + 1, "displayName": name, "disabled": at % 2 == 0, "origin": "https://h"});
            let Value::Object(settings) = settings else { unreachable!() };
            Row::new(Brief::of(&Integration::read(settings).unwrap()))
        };
        names.into_iter().enumerate().map(row).collect()
    }

    fn query(search: &str, status: &[&str]) -> ListQuery {
        let status = status.iter().map(|word| (*word).to_owned()).collect();
        ListQuery { search: search.to_owned(), status, ..ListQuery::default() }
    }

    #[test]
    fn finds_what_looking_through_all_rows_finds() {
        let rows = rows();
        let sorted = Arc::new((0..rows.len()).rev().collect::<Vec<_>>());
        let mut narrowing = Narrowing::default();
        let searches = [
            "",
            "m",
            "mo",
            "mob",
            "mobi",
            "mobil",
            "mobile",
            "mobile ",
            "mobile a",
            "mobile",
            "mob",
            "MOB",
            "M",
            "",
            "o",
            "o ",
            "o s",
            "o so",
            "o s",
            "sh",
            "shop",
            "shop w",
            "w shop",
            "#",
            "#1",
            "#2",
            "https://h",
            "zzz",
            "zz",
            "",
            " ",
            "  m",
        ];
        for status in [&[][..], &["enabled"], &["disabled"], &[]] {
            for search in searches {
                let query = query(search, status);
                let filter = Filter::new(&query, 0.0);
                let all = sorted.iter().copied().filter(|at| filter.keeps(&rows[*at]));
                let found = narrowing.find(1, &rows, &sorted, &query, 0.0);
                assert_eq!(*found, all.collect::<Vec<_>>(), "{search:?} {status:?}");
            }
        }
    }

    #[test]
    fn forgets_what_it_found_in_another_list() {
        let mut rows = rows();
        let sorted = Arc::new((0..rows.len()).collect::<Vec<_>>());
        let mut narrowing = Narrowing::default();
        assert_eq!(narrowing.find(1, &rows, &sorted, &query("mob", &[]), 0.0).len(), 3);
        rows.truncate(2);
        assert_eq!(narrowing.find(2, &rows, &sorted, &query("mob", &[]), 0.0).len(), 2);
    }

    #[test]
    fn time_counts_only_where_it_is_filtered_by() {
        let rows = rows();
        let sorted = Arc::new((0..rows.len()).collect::<Vec<_>>());
        let mut narrowing = Narrowing::default();
        let mut same = |query: &ListQuery| {
            let [one, other] = [1.0, 2.0].map(|now| narrowing.find(1, &rows, &sorted, query, now));
            Arc::ptr_eq(&one, &other)
        };
        assert!(same(&query("mob", &[])));
        assert!(!same(&ListQuery { indexed: vec!["never".to_owned()], ..query("mob", &[]) }));
    }
}
