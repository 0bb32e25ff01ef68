//! Which projects a request asks for, and how it wants them.

use super::data::{Project, all};
use super::order::Order;
use super::page::Page;
use super::query::Query;
use crate::gitlab::refusal::Refusal;

/// What the query asks for.
pub(super) struct Wanted<'a> {
    search: &'a str,
    in_groups: bool,
    archived: Option<bool>,
    order: Order,
    ascending: bool,
    /// Only a few fields of each.
    pub(super) simple: bool,
    /// What the caller must be at least, as a number of the "Members API".
    pub(super) least_level: usize,
    pub(super) page: Page,
}

impl<'a> Wanted<'a> {
    pub(super) fn read(pairs: &'a [(String, String)]) -> Result<Self, Refusal> {
        let mut query = Query::of(pairs);
        // Whoever may ask is a member of every project: read for its faults only.
        query.flag("membership");
        let wanted = Self {
            search: query.text("search").unwrap_or_default(),
            in_groups: query.flag("search_namespaces").unwrap_or_default(),
            archived: query.flag("archived"),
            order: query.word("order_by", Order::named).unwrap_or_default(),
            ascending: query.word("sort", ascending).unwrap_or_default(),
            simple: query.flag("simple").unwrap_or_default(),
            least_level: query.count("min_access_level").unwrap_or_default(),
            page: Page {
                number: query.count("page").unwrap_or(1),
                size: query.count("per_page").unwrap_or(20).min(100),
            },
        };
        query.finish()?;
        Ok(wanted)
    }

    pub(super) fn find(&self) -> Vec<&'static Project> {
        let words: Vec<_> = self.search.split_whitespace().map(str::to_lowercase).collect();
        let fits = |project: &&Project| {
            let own = format!("{} {}", project.path, project.name.to_lowercase());
            let named =
                |word: &String| own.contains(word) || (self.in_groups && project.full_path.contains(word));
            self.archived.is_none_or(|archived| project.archived == archived) && words.iter().all(named)
        };
        let mut found: Vec<_> = all().iter().filter(fits).collect();
        self.order.sort(&mut found, self.search);
        if !self.ascending {
            found.reverse();
        }
        found
    }
}

fn ascending(word: &str) -> Option<bool> {
    match word {
        "asc" => Some(true),
        "desc" => Some(false),
        _ => None,
    }
}
