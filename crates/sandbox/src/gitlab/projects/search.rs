//! What a request for projects asks for.

use super::data::{Project, first};
use super::order::Order;
use crate::gitlab::page::Page;
use crate::gitlab::query::{Query, ascending};
use crate::gitlab::refusal::Refusal;

/// The parameters of the query.
pub(super) struct Search<'a> {
    text: &'a str,
    in_groups: bool,
    archived: Option<bool>,
    order: Order,
    ascending: bool,
    /// Only a few fields of each.
    pub(super) simple: bool,
    /// Only projects with a greater number.
    after: u64,
    /// The caller's least access level, as a number of the "Members API".
    pub(super) least_level: usize,
    pub(super) page: Page,
}

impl<'a> Search<'a> {
    pub(super) fn read(pairs: &'a [(String, String)]) -> Result<Self, Refusal> {
        let mut query = Query::of(pairs);
        // Every caller is a member of every project: the flag is only checked.
        query.flag("membership");
        let search = Self {
            text: query.text("search").unwrap_or_default(),
            in_groups: query.flag("search_namespaces").unwrap_or_default(),
            archived: query.flag("archived"),
            order: query.word("order_by", Order::named).unwrap_or_default(),
            ascending: query.word("sort", ascending).unwrap_or_default(),
            simple: query.flag("simple").unwrap_or_default(),
            after: query.count("id_after").unwrap_or_default() as u64,
            least_level: query.count("min_access_level").unwrap_or_default(),
            page: Page::read(&mut query),
        };
        query.finish()?;
        Ok(search)
    }

    /// Those that fit, among the first `count` that are `within`.
    pub(super) fn find(&self, count: usize, within: impl Fn(&Project) -> bool) -> Vec<&'static Project> {
        let words: Vec<_> = self.text.split_whitespace().map(str::to_lowercase).collect();
        let fits = |project: &&Project| {
            let own = format!("{} {}", project.path, project.name.to_lowercase());
            let named =
                |word: &String| own.contains(word) || (self.in_groups && project.full_path.contains(word));
            within(project)
                && project.id > self.after
                && self.archived.is_none_or(|archived| project.archived == archived)
                && words.iter().all(named)
        };
        let mut found: Vec<_> = first(count).iter().filter(fits).collect();
        self.order.sort(&mut found, self.text);
        if !self.ascending {
            found.reverse();
        }
        found
    }
}
