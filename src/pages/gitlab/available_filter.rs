//! Which of the integrations that can be set up are shown: the address says it.

use super::words::category_word;
use crate::route::{GitLabPage, GitLabRoute, Route, navigation};
use leptos::prelude::*;
use patchbay_model::gitlab::{Level, Spec};

/// What is searched for, and in which category; with the project or group that it is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    server: String,
    level: Level,
    id: String,
    /// The text in the search field.
    pub search: String,
    /// The category's word in addresses; none for all.
    pub category: String,
}

impl Filter {
    /// Follows the address for as long as the page lives.
    pub fn follow() -> Memo<Self> {
        let navigation = navigation();
        Memo::new(move |last: Option<&Self>| match navigation.route() {
            Route::GitLab(GitLabRoute { server, level, page: GitLabPage::Home { id, search, category } }) => {
                Self { server, level, id, search, category }
            }
            // On the way to another page: nothing changes any more.
            _ => last.cloned().unwrap_or_default(),
        })
    }

    /// The address that shows something else of the same project or group.
    pub fn route(&self, search: &str, category: &str) -> Route {
        let (server, level, id) = (self.server.clone(), self.level, self.id.clone());
        let (search, category) = (search.to_owned(), category.to_owned());
        Route::GitLab(GitLabRoute { server, level, page: GitLabPage::Home { id, search, category } })
    }

    /// Whether it shows all.
    pub fn is_empty(&self) -> bool {
        self.search.is_empty() && self.category.is_empty()
    }
}

/// Whether it is of the category with this word; without a word all are.
pub fn is_of(spec: &Spec, category: &str) -> bool {
    category.is_empty() || category_word(spec.category) == category
}
