//! What the page of repositories is asked for, from its address.

use crate::route::TableQuery;

/// The columns that it can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// By main branch.
    Branch,
    /// Enabled ones first.
    Status,
    /// Those with an error first.
    State,
    /// By when it was last indexed, the longest ago first.
    Indexed,
}

impl Sort {
    /// What its column is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "Repository",
            Self::Branch => "Main branch",
            Self::Status => "Status",
            Self::State => "State",
            Self::Indexed => "Last indexed",
        }
    }
}

/// Each with its word in addresses.
pub const SORTS: [(Sort, &str); 5] = [
    (Sort::Name, "name"),
    (Sort::Branch, "branch"),
    (Sort::Status, "status"),
    (Sort::State, "state"),
    (Sort::Indexed, "indexed"),
];

/// What it can be narrowed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Whether it is switched on.
    Status,
    /// What Jira does with it.
    State,
    /// When it was last indexed.
    Indexed,
    /// The projects that it is associated with.
    Projects,
}

impl Facet {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Status, Self::State, Self::Indexed, Self::Projects];

    /// Its word in addresses.
    pub fn word(self) -> &'static str {
        ["status", "state", "indexed", "project"][self as usize]
    }

    /// What people call it.
    pub fn title(self) -> &'static str {
        ["Status", "State", "Indexed", "Projects"][self as usize]
    }
}

/// What is searched, filtered and sorted by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Words that are searched for.
    pub search: String,
    /// The values of each facet, in the order of [`Facet::ALL`]; none means all.
    pub facets: [Vec<String>; 4],
    /// The column.
    pub sort: Sort,
    /// Whether the other way round.
    pub descending: bool,
}

impl Asked {
    /// Reads it from the address.
    pub fn of(query: &TableQuery) -> Self {
        let (word, descending) = query.sort();
        let known = SORTS.into_iter().find(|(_, other)| *other == word);
        Self {
            search: query.text("q"),
            facets: Facet::ALL.map(|facet| query.get(facet.word())),
            sort: known.map(|(sort, _)| sort).unwrap_or_default(),
            descending: descending && known.is_some(),
        }
    }

    /// The same in the address.
    pub fn query(&self) -> TableQuery {
        let mut query = TableQuery::default().with_text("q", &self.search);
        for facet in Facet::ALL {
            query = query.with(facet.word(), &self.facets[facet as usize]);
        }
        let is_usual = self.sort == Sort::Name && !self.descending;
        let word =
            SORTS.iter().find(|(sort, _)| *sort == self.sort && !is_usual).map_or("", |(_, word)| word);
        query.sorted_by(word, self.descending)
    }

    /// Whether anything is searched for or filtered by.
    pub fn is_filtered(&self) -> bool {
        !self.search.trim().is_empty() || self.facets.iter().any(|values| !values.is_empty())
    }

    /// The same without search and filters.
    pub fn cleared(&self) -> Self {
        Self { sort: self.sort, descending: self.descending, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_address_says_is_asked_for_and_written_again() {
        let asked = Asked {
            search: "a, b & c=#1".to_owned(),
            facets: [
                vec!["disabled".to_owned()],
                vec!["ERROR".to_owned(), "odd, one".to_owned()],
                Vec::new(),
                vec!["10000".to_owned()],
            ],
            sort: Sort::Indexed,
            descending: true,
        };
        for asked in [asked.clone(), asked.cleared(), Asked::default()] {
            assert_eq!(Asked::of(&asked.query()), asked);
        }
        assert_eq!((asked.is_filtered(), asked.cleared().is_filtered()), (true, false));
        assert_eq!(Asked::default().query().to_string(), "");
        assert_eq!(Asked::of(&TableQuery::default().with("sort", &["-size".to_owned()])), Asked::default());
    }
}
