//! What the address asks of the table: search, facets, order and columns.
//!
//! `q=…`, `has=slack,jira`, `lacks=…`, `inherits=…`, `archived=yes`, `read=failed`, `sort=-active`, `cols=slack,jira`,
//! and for the settings of one integration `settings=all`.

use crate::route::TableQuery;

/// What the rows are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By the group that they are in, and by name in each.
    #[default]
    Place,
    /// By when something last happened in them.
    Active,
    /// By how many integrations are active in them.
    Count,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Place, Self::Active, Self::Count];

    /// Its word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Active => "active",
            Self::Count => "count",
        }
    }

    /// What people read.
    pub fn label(self) -> &'static str {
        match self {
            Self::Place => "Group and name",
            Self::Active => "Last activity",
            Self::Count => "Number of integrations",
        }
    }
}

/// A facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Integrations that are active in it.
    Has,
    /// Integrations that are not.
    Lacks,
    /// Integrations whose settings come from above.
    Inherits,
    /// Whether it is archived.
    Archived,
    /// Whether it could be read.
    Read,
}

impl Facet {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [Self::Has, Self::Lacks, Self::Inherits, Self::Archived, Self::Read];

    /// Its name in addresses.
    fn word(self) -> &'static str {
        match self {
            Self::Has => "has",
            Self::Lacks => "lacks",
            Self::Inherits => "inherits",
            Self::Archived => "archived",
            Self::Read => "read",
        }
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Has => "Has",
            Self::Lacks => "Lacks",
            Self::Inherits => "Inherits",
            Self::Archived => "Archived",
            Self::Read => "Read",
        }
    }

    /// Whether its values are integrations.
    pub fn is_of_integrations(self) -> bool {
        matches!(self, Self::Has | Self::Lacks | Self::Inherits)
    }
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Words and addresses.
    pub search: String,
    /// The values of each facet, in the order of [`Facet::ALL`]; none for all.
    pub facets: [Vec<String>; 5],
    /// What it is sorted by.
    pub sort: Sort,
    /// Whether it is sorted the other way round.
    pub descending: bool,
    /// The integrations that have a column, by their slugs; none for those that most have.
    pub columns: Vec<String>,
    /// Of one integration: whether settings in which all agree have a column as well.
    pub all_settings: bool,
}

impl Asked {
    /// Reads the query of an address. What means nothing is passed over.
    pub fn of(query: &TableQuery) -> Self {
        let (word, descending) = query.sort();
        let known = Sort::ALL.into_iter().find(|sort| sort.word() == word);
        Self {
            search: query.text("q"),
            facets: Facet::ALL.map(|facet| query.get(facet.word())),
            sort: known.unwrap_or_default(),
            descending: descending && known.is_some(),
            columns: query.get("cols"),
            all_settings: query.text("settings") == "all",
        }
    }

    /// The query of the address; nothing when everything is as usual.
    pub fn query(&self) -> TableQuery {
        let mut query = TableQuery::default().with_text("q", &self.search);
        for facet in Facet::ALL {
            query = query.with(facet.word(), self.values(facet));
        }
        let is_usual = self.sort == Sort::Place && !self.descending;
        let query = query.with("cols", &self.columns);
        let query = query.with_text("settings", if self.all_settings { "all" } else { "" });
        query.sorted_by(if is_usual { "" } else { self.sort.word() }, self.descending)
    }

    /// The values of a facet that are chosen.
    pub fn values(&self, facet: Facet) -> &[String] {
        &self.facets[facet as usize]
    }

    /// The same with these values of a facet.
    pub fn with(mut self, facet: Facet, values: Vec<String>) -> Self {
        self.facets[facet as usize] = values;
        self
    }

    /// Whether anything is searched for or filtered by.
    pub fn is_filtered(&self) -> bool {
        !self.search.trim().is_empty() || self.facets.iter().any(|values| !values.is_empty())
    }

    /// The same without search and facets.
    pub fn cleared(&self) -> Self {
        Self {
            sort: self.sort,
            descending: self.descending,
            columns: self.columns.clone(),
            all_settings: self.all_settings,
            ..Self::default()
        }
    }

    /// The same sorted by this; the other way round where it was sorted by it already.
    pub fn sorted_by(&self, sort: Sort) -> Self {
        // The most recent and the most come first.
        let descending = if self.sort == sort { !self.descending } else { sort != Sort::Place };
        Self { sort, descending, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_read_as_it_was_written() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let all = Asked {
            search: "a & b=c, d".to_owned(),
            facets: [
                words(&["slack", "jira"]),
                words(&["x,y"]),
                words(&["jira"]),
                words(&["yes"]),
                words(&["failed"]),
            ],
            sort: Sort::Count,
            descending: true,
            columns: words(&["slack", "jenkins"]),
            all_settings: true,
        };
        for asked in [all.clone(), all.cleared(), Asked::default().sorted_by(Sort::Active)] {
            assert_eq!(Asked::of(&asked.query()), asked, "{}", asked.query());
        }
        assert_eq!(Asked::default().query(), TableQuery::default());
        assert!(all.is_filtered() && !all.cleared().is_filtered());
        assert_eq!(Asked::of(&TableQuery::parse("sort=-nothing&x=1&has=&q")), Asked::default());
    }

    #[test]
    fn a_second_press_turns_the_order() {
        let usual = Asked::default();
        let by = |asked: &Asked| (asked.sort, asked.descending);
        assert_eq!(by(&usual.sorted_by(Sort::Place)), (Sort::Place, true));
        let active = usual.sorted_by(Sort::Active);
        assert_eq!(by(&active), (Sort::Active, true));
        assert_eq!(by(&active.sorted_by(Sort::Active)), (Sort::Active, false));
    }
}
