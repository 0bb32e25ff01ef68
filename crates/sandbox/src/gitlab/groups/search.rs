//! What a request for groups asks for.

use super::data::{Group, all};
use crate::gitlab::page::Page;
use crate::gitlab::people::{Level, Person};
use crate::gitlab::query::{Query, ascending};
use crate::gitlab::refusal::Refusal;

/// The groups that a list is of.
#[derive(Clone, Copy)]
pub(super) enum Among {
    /// All.
    All,
    /// Those directly in this one.
    In(&'static Group),
    /// Those in this one, and those in them.
    Below(&'static Group),
}

impl Among {
    fn has(self, group: &Group) -> bool {
        match self {
            Self::All => true,
            Self::In(parent) => group.parent_id == Some(parent.id),
            Self::Below(parent) => group.is_below(parent),
        }
    }
}

#[derive(Clone, Copy, Default)]
enum Order {
    #[default]
    Name,
    Path,
    Id,
    /// How similar they are to the search.
    Similarity,
}

/// The parameters of the query.
pub(super) struct Search<'a> {
    text: &'a str,
    top_only: bool,
    owned: bool,
    archived: Option<bool>,
    visibility: Option<&'static str>,
    least_level: usize,
    order: Order,
    ascending: bool,
    pub(super) page: Page,
}

impl<'a> Search<'a> {
    pub(super) fn read(pairs: &'a [(String, String)]) -> Result<Self, Refusal> {
        let mut query = Query::of(pairs);
        // Every caller is a member of every group: the flag is only checked.
        query.flag("all_available");
        let search = Self {
            text: query.text("search").unwrap_or_default(),
            top_only: query.flag("top_level_only").unwrap_or_default(),
            owned: query.flag("owned").unwrap_or_default(),
            archived: query.flag("archived"),
            visibility: query.word("visibility", visibility),
            least_level: query.count("min_access_level").unwrap_or_default(),
            order: query.word("order_by", order).unwrap_or_default(),
            ascending: query.word("sort", ascending).unwrap_or(true),
            page: Page::read(&mut query),
        };
        query.finish()?;
        Ok(search)
    }

    pub(super) fn find(&self, person: &Person, among: Among) -> Vec<&'static Group> {
        if self.least_level > person.level as usize || (self.owned && person.level < Level::Owner) {
            return Vec::new();
        }
        let fits = |group: &&Group| {
            among.has(group)
                && (!self.top_only || group.parent_id.is_none())
                && self.archived.is_none_or(|archived| group.archived == archived)
                && self.visibility.is_none_or(|visibility| visibility == "private")
                && self.is_named(group, among)
        };
        let mut found: Vec<_> = all().iter().filter(fits).collect();
        self.sort(&mut found);
        found
    }

    /// Among all groups, the names of those that a group is in count as well.
    fn is_named(&self, group: &Group, among: Among) -> bool {
        let (path, name) = match among {
            Among::All => (group.full_path, group.full_name.to_lowercase()),
            Among::In(_) | Among::Below(_) => (group.path, group.name.to_lowercase()),
        };
        let text = self.text.to_lowercase();
        let words: Vec<_> = text.split_whitespace().collect();
        words.iter().all(|word| path.contains(word)) || words.iter().all(|word| name.contains(word))
    }

    fn sort(&self, groups: &mut [&Group]) {
        let text = self.text.to_lowercase();
        match self.order {
            Order::Name => groups.sort_by_key(|group| group.name.to_lowercase()),
            Order::Path => groups.sort_by_key(|group| group.path),
            Order::Id => {}
            Order::Similarity => groups.sort_by_key(|group| {
                (group.path != text, !group.path.starts_with(&text), !group.path.contains(&text))
            }),
        }
        if !self.ascending {
            groups.reverse();
        }
    }
}

fn order(word: &str) -> Option<Order> {
    Some(match word {
        "name" => Order::Name,
        "path" => Order::Path,
        "id" => Order::Id,
        "similarity" => Order::Similarity,
        _ => return None,
    })
}

fn visibility(word: &str) -> Option<&'static str> {
    ["public", "internal", "private"].into_iter().find(|known| *known == word)
}
