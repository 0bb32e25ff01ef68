//! What a list is searched, filtered and sorted by, as the part of an address behind `?`.

use super::encode::{encode, read};
use std::fmt;

/// The columns a list can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// By type.
    Type,
    /// Enabled ones first.
    Status,
    /// By when it was last indexed, the longest ago first.
    Indexed,
}

impl Sort {
    const ALL: [Self; 4] = [Self::Name, Self::Type, Self::Status, Self::Indexed];

    /// Its word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Type => "type",
            Self::Status => "status",
            Self::Indexed => "indexed",
        }
    }
}

/// Hours after which an index counts as stale, when the address says nothing else.
const STALE_HOURS: u32 = 24;

/// What a list shows. Within one facet any of the values may fit; every facet must.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListQuery {
    /// Words that name, origin and id are searched for.
    pub search: String,
    /// Types, by their name on the wire.
    pub types: Vec<String>,
    /// `enabled`, `disabled`.
    pub status: Vec<String>,
    /// `fresh`, `stale`, `never`.
    pub indexed: Vec<String>,
    /// Project ids, or `all` for integrations associated with all projects.
    pub projects: Vec<String>,
    /// The column it is sorted by.
    pub sort: Sort,
    /// Whether it is sorted the other way round.
    pub descending: bool,
    /// Hours after which an index counts as stale.
    pub stale_hours: u32,
    /// What the address says of columns, as it is there: see [`ListQuery::more`]. What knows all settings reads it.
    pub more: Vec<String>,
}

/// What names of facets of columns begin with.
pub const COLUMN: &str = "c.";

impl Default for ListQuery {
    fn default() -> Self {
        Self {
            search: String::new(),
            types: Vec::new(),
            status: Vec::new(),
            indexed: Vec::new(),
            projects: Vec::new(),
            sort: Sort::Name,
            descending: false,
            stale_hours: STALE_HOURS,
            more: Vec::new(),
        }
    }
}

impl ListQuery {
    /// Reads `q=…&type=…`. Unknown names and values that mean nothing are passed over.
    pub(super) fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for (name, value) in text.split('&').filter_map(|pair| pair.split_once('=')) {
            match name {
                "q" => query.search = read(value),
                "type" => query.types = values(value),
                "status" => query.status = values(value),
                "indexed" => query.indexed = values(value),
                "project" => query.projects = values(value),
                "sort" => {
                    let (word, descending) =
                        value.strip_prefix('-').map_or((value, false), |word| (word, true));
                    if let Some(sort) = Sort::ALL.into_iter().find(|sort| sort.word() == word) {
                        (query.sort, query.descending) = (sort, descending);
                    } else if word.starts_with(COLUMN) {
                        query.more.push(pair(name, &values(value)));
                    }
                }
                "stale" => {
                    let hours =
                        value.trim_end_matches('h').parse().ok().filter(|hours| (1..=8760).contains(hours));
                    query.stale_hours = hours.unwrap_or(STALE_HOURS);
                }
                name if matches!(name, "cols" | "only") || name.starts_with(COLUMN) => {
                    query.more.push(pair(name, &values(value)));
                }
                _ => {}
            }
        }
        query
    }

    /// How many columns were chosen; none while there are the usual ones.
    pub fn columns(&self) -> usize {
        let columns = self.more.iter().find(|more| more.starts_with("cols="));
        columns.map_or(0, |columns| columns.split(',').count())
    }

    /// Whether anything is searched for or filtered by.
    pub fn is_filtered(&self) -> bool {
        !self.search.trim().is_empty()
            || [&self.types, &self.status, &self.indexed, &self.projects]
                .iter()
                .any(|facet| !facet.is_empty())
            || self.more.iter().any(|more| more.starts_with(COLUMN))
    }

    /// The same list without search and filters.
    pub fn cleared(&self) -> Self {
        Self {
            sort: self.sort,
            descending: self.descending,
            stale_hours: self.stale_hours,
            more: self.more.iter().filter(|more| !more.starts_with(COLUMN)).cloned().collect(),
            ..Self::default()
        }
    }

    /// Whether the address says anything of columns.
    pub fn has_columns(&self) -> bool {
        !self.more.is_empty()
    }

    /// What the address says of columns: `cols`, `only`, `sort` by one that is not usual, and facets, whose names begin
    /// with [`COLUMN`]; each with its values.
    pub fn more(&self) -> Vec<(String, Vec<String>)> {
        let pairs = self.more.iter().filter_map(|pair| pair.split_once('='));
        pairs.map(|(name, text)| (name.to_owned(), values(text))).collect()
    }

    /// The same list with this said of columns.
    pub fn with_more(self, more: Vec<(String, Vec<String>)>) -> Self {
        Self { more: more.iter().map(|(name, values)| pair(name, values)).collect(), ..self }
    }
}

/// The query with its `?`; nothing when everything is as usual.
impl fmt::Display for ListQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pairs = Vec::new();
        if !self.search.is_empty() {
            pairs.push(format!("q={}", encode(&self.search)));
        }
        let facets = [
            ("type", &self.types),
            ("status", &self.status),
            ("indexed", &self.indexed),
            ("project", &self.projects),
        ];
        for (name, facet) in facets {
            if !facet.is_empty() {
                pairs.push(pair(name, facet));
            }
        }
        if self.sort != Sort::Name || self.descending {
            pairs.push(format!("sort={}{}", if self.descending { "-" } else { "" }, self.sort.word()));
        }
        if self.stale_hours != STALE_HOURS {
            pairs.push(format!("stale={}h", self.stale_hours));
        }
        pairs.extend(self.more.iter().cloned());
        if pairs.is_empty() { Ok(()) } else { write!(f, "?{}", pairs.join("&")) }
    }
}

/// What a table is searched, filtered and sorted by, each with its values; the page of the table knows which there are. The
/// list of Jira has a type of its own, [`ListQuery`], whose fields are read for each row at each keystroke.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableQuery(Vec<String>);

impl TableQuery {
    /// Reads `q=…&state=…`; what has no value is passed over.
    pub fn parse(text: &str) -> Self {
        Self(again(text))
    }

    /// Of pairs that [`again`] has read.
    pub(super) fn of(pairs: Vec<String>) -> Self {
        Self(pairs)
    }

    /// The pairs, as an address has them.
    pub(super) fn pairs(&self) -> &[String] {
        &self.0
    }

    /// The values of one; none when the address does not have it.
    pub fn get(&self, name: &str) -> Vec<String> {
        let found = self.0.iter().filter_map(|pair| pair.split_once('=')).find(|(other, _)| *other == name);
        found.map(|(_, text)| values(text)).unwrap_or_default()
    }

    /// The text of one, such as what is searched for: several values are a text with commas in it.
    pub fn text(&self, name: &str) -> String {
        self.get(name).join(",")
    }

    /// The word of the column that it is sorted by, and whether it is sorted the other way round: `sort=-name`.
    pub fn sort(&self) -> (String, bool) {
        let sort = self.text("sort");
        match sort.strip_prefix('-') {
            Some(word) => (word.to_owned(), true),
            None => (sort, false),
        }
    }

    /// The same sorted by the column with this word; as usual where that is empty.
    pub fn sorted_by(self, word: &str, descending: bool) -> Self {
        let sign = if descending { "-" } else { "" };
        self.with_text("sort", &if word.is_empty() { String::new() } else { format!("{sign}{word}") })
    }

    /// The same with another text of one; without it where that is empty.
    pub fn with_text(self, name: &str, text: &str) -> Self {
        let values = if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
        self.with(name, &values)
    }

    /// The same with other values of one; without it where there are none.
    pub fn with(mut self, name: &str, new: &[String]) -> Self {
        self.0.retain(|pair| pair.split_once('=').is_none_or(|(other, _)| other != name));
        if !new.is_empty() {
            self.0.push(pair(name, new));
        }
        self
    }
}

/// The query with its `?`; nothing when everything is as usual.
impl fmt::Display for TableQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, "?{}", self.0.join("&")) }
    }
}

/// The pairs of a query, written again as we write them: without what is secret, and without names that mean nothing.
pub(super) fn again(text: &str) -> Vec<String> {
    let is_name =
        |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'.');
    let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(name, _)| is_name(name)).map(|(name, value)| pair(name, &values(value))).collect()
}

fn pair(name: &str, values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|value| encode(value)).collect();
    format!("{name}={}", values.join(","))
}

fn values(text: &str) -> Vec<String> {
    text.split(',').filter(|value| !value.is_empty()).map(read).collect()
}
