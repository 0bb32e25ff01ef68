//! Which columns an address asks for, and what they are narrowed and sorted by.
//!
//! `cols=status,apiFilter` names the columns, `only=differs` leaves out those in which all agree, `sort=-c.apiFilter` sorts
//! by a setting, and `c.apiFilter=…` narrows by its values.

use crate::route::{COLUMN, ListQuery, Sort};

/// The columns of a list that nobody chose columns for.
pub const USUAL: [&str; 4] = [TYPE, STATUS, PROJECTS, INDEXED];

/// The column of types.
pub const TYPE: &str = "type";
/// The column with the switches.
pub const STATUS: &str = "status";
/// The column of projects.
pub const PROJECTS: &str = "projects";
/// The column of when Jira last indexed.
pub const INDEXED: &str = "indexed";
/// The first column, which is always there.
pub const NAME: &str = "name";

/// What an address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The columns, by their keys: usual ones, and settings by their names on the wire.
    pub columns: Vec<String>,
    /// Whether columns in which all rows agree are left out.
    pub only_differing: bool,
    /// The column that it is sorted by.
    pub sort: String,
    /// Whether it is sorted the other way round.
    pub descending: bool,
    /// Settings and the values of them that are shown, as they are in their column.
    pub facets: Vec<(String, Vec<String>)>,
}

impl Asked {
    /// Reads it from the query of the list.
    pub fn of(query: &ListQuery) -> Self {
        let mut asked = Self {
            columns: USUAL.map(str::to_owned).to_vec(),
            only_differing: false,
            sort: query.sort.word().to_owned(),
            descending: query.descending,
            facets: Vec::new(),
        };
        for (name, values) in query.more() {
            match (name.as_str(), values.as_slice()) {
                ("cols", []) => {}
                ("cols", columns) => {
                    asked.columns.clear();
                    let columns = columns.iter().filter(|column| *column != NAME);
                    columns.for_each(|column| asked.choose(column, true));
                }
                ("only", _) => asked.only_differing = true,
                ("sort", [by]) => {
                    asked.descending = by.starts_with('-');
                    asked.sort = by.trim_start_matches('-').replacen(COLUMN, "", 1);
                }
                (_, []) => {}
                (name, _) => {
                    asked.facets.extend(name.strip_prefix(COLUMN).map(|key| (key.to_owned(), values)));
                }
            }
        }
        asked
    }

    /// The query with this instead of what it asks for.
    pub fn put(&self, query: ListQuery) -> ListQuery {
        let mut more = Vec::new();
        if self.columns != USUAL {
            let columns = if self.columns.is_empty() { vec![NAME.to_owned()] } else { self.columns.clone() };
            more.push(("cols".to_owned(), columns));
        }
        if self.only_differing {
            more.push(("only".to_owned(), vec!["differs".to_owned()]));
        }
        let sort = [Sort::Name, Sort::Type, Sort::Status, Sort::Indexed];
        let usual = sort.into_iter().find(|sort| sort.word() == self.sort);
        if usual.is_none() {
            let sign = if self.descending { "-" } else { "" };
            more.push(("sort".to_owned(), vec![format!("{sign}{COLUMN}{}", self.sort)]));
        }
        let facets = self.facets.iter().filter(|(_, values)| !values.is_empty());
        more.extend(facets.map(|(key, values)| (format!("{COLUMN}{key}"), values.clone())));
        let descending = usual.is_some() && self.descending;
        ListQuery { sort: usual.unwrap_or_default(), descending, ..query }.with_more(more)
    }

    /// Leaves out what is not among these: columns, and settings.
    pub fn keep(&mut self, is_column: &dyn Fn(&str) -> bool, is_setting: &dyn Fn(&str) -> bool) {
        self.columns.retain(|key| is_column(key));
        self.facets.retain(|(key, _)| is_setting(key));
        if self.sort != NAME && !is_column(&self.sort) {
            (self.sort, self.descending) = (NAME.to_owned(), false);
        }
    }

    /// Adds a column at the end, or takes it away with what it sorts and narrows by.
    pub fn choose(&mut self, key: &str, on: bool) {
        self.columns.retain(|column| column != key || on);
        if on && !self.columns.iter().any(|column| column == key) {
            self.columns.push(key.to_owned());
        }
        if !on {
            self.facets.retain(|(facet, _)| facet != key);
            if self.sort == key && key != NAME {
                (self.sort, self.descending) = (NAME.to_owned(), false);
            }
        }
    }

    /// Sorts by this column; the other way round where it does so already.
    pub fn sort_by(&mut self, key: &str) {
        self.descending = self.sort == key && !self.descending;
        self.sort = key.to_owned();
    }

    /// The values that a setting is narrowed to; none means all.
    pub fn facet(&self, key: &str) -> Vec<String> {
        let facet = self.facets.iter().find(|(facet, _)| facet == key);
        facet.map(|(_, values)| values.clone()).unwrap_or_default()
    }

    /// Narrows a setting to these values.
    pub fn narrow(&mut self, key: &str, values: Vec<String>) {
        match self.facets.iter_mut().find(|(facet, _)| facet == key) {
            Some(facet) => facet.1 = values,
            None => self.facets.push((key.to_owned(), values)),
        }
    }

    /// The keys of all columns that anything is asked of.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let keys = self.columns.iter().chain(self.facets.iter().map(|(key, _)| key));
        keys.chain([&self.sort]).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::{JiraPage, JiraRoute, Route};

    fn query(address: &str) -> ListQuery {
        match Route::parse(&format!("#/integrations{address}")) {
            Route::Jira(JiraRoute { page: JiraPage::List(query), .. }) => query,
            other => panic!("{other} is no list"),
        }
    }

    fn address(query: ListQuery) -> String {
        let page = JiraPage::List(query);
        let address = Route::Jira(JiraRoute { server: String::new(), page }).to_string();
        address.trim_start_matches("#/integrations").to_owned()
    }

    #[test]
    fn every_address_is_asked_for_as_it_is() {
        for same in [
            "",
            "?cols=name",
            "?cols=status,apiFilter",
            "?sort=-indexed&cols=projects",
            "?q=a&type=GITHUB&cols=tagsFilter&only=differs&sort=-c.tagsFilter&c.tagsFilter=%28none%29,a%2Cb",
            "?sort=c.projects",
            "?c.global=on",
        ] {
            assert_eq!(address(Asked::of(&query(same)).put(query(same))), same);
        }
    }

    #[test]
    fn what_means_nothing_is_left_out() {
        for (odd, plain) in [
            ("?cols=", ""),
            ("?cols=type,status,projects,indexed", ""),
            ("?cols=status,status", "?cols=status"),
            ("?c.global=", ""),
            ("?sort=c.", "?sort=c."),
        ] {
            assert_eq!(address(Asked::of(&query(odd)).put(query(odd))), plain, "{odd}");
        }
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let is_column = |key: &str| ["status", "global"].contains(&key);
        let is_setting = |key: &str| key == "global";
        for (odd, plain) in [
            (
                "?cols=nothing,status,global&sort=-c.nothing&c.nothing=7&c.global=on",
                "?cols=status,global&c.global=on",
            ),
            ("?cols=nothing&c.status=enabled", "?cols=name"),
            ("?cols=status&sort=-c.global", "?cols=status&sort=-c.global"),
            ("?cols=status&sort=-name", "?sort=-name&cols=status"),
        ] {
            let mut asked = Asked::of(&query(odd));
            asked.keep(&is_column, &is_setting);
            assert_eq!(address(asked.put(query(odd))), plain, "{odd}");
        }
    }

    #[test]
    fn a_column_that_goes_takes_its_order_and_its_facet_along() {
        let all = query("?cols=status,apiFilter&sort=-c.apiFilter&c.apiFilter=x");
        let mut asked = Asked::of(&all);
        assert_eq!(asked.keys().collect::<Vec<_>>(), ["status", "apiFilter", "apiFilter", "apiFilter"]);
        asked.choose("apiFilter", false);
        assert_eq!(address(asked.put(all)), "?cols=status");
    }

    #[test]
    fn a_second_time_it_is_sorted_the_other_way_round() {
        let mut asked = Asked::of(&query("?cols=global"));
        for then in
            ["?cols=global&sort=c.global", "?cols=global&sort=-c.global", "?cols=global&sort=c.global"]
        {
            asked.sort_by("global");
            assert_eq!(address(asked.put(ListQuery::default())), then);
        }
        asked.sort_by(INDEXED);
        assert_eq!(address(asked.put(ListQuery::default())), "?sort=indexed&cols=global");
        asked.sort_by(NAME);
        assert_eq!(address(asked.put(ListQuery::default())), "?cols=global");
    }

    #[test]
    fn facets_are_filters_and_columns_are_not() {
        for (at, is_filtered, cleared) in [
            ("?cols=global&only=differs&sort=c.global", false, "?cols=global&only=differs&sort=c.global"),
            ("?q=a&cols=global&c.global=on", true, "?cols=global"),
            ("?c.global=on", true, ""),
        ] {
            assert_eq!(query(at).is_filtered(), is_filtered, "{at}");
            assert_eq!(address(query(at).cleared()), cleared, "{at}");
        }
    }

    #[test]
    fn no_password_stays_in_an_address() {
        assert_eq!(address(query("?c.origin=https%3A%2F%2Fu%3As3cret%40h")), "?c.origin=https%3A%2F%2Fh");
    }
}
