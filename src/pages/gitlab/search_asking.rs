//! Asking GitLab for projects or groups while somebody types: only the newest answer counts.

use crate::api::Loaded;
use crate::api::gitlab::{self as api, PAGE_SIZE, PageOfHomes};
use crate::browser::announcer::announce;
use crate::browser::effect::effect;
use crate::browser::numbers::{self, count_of};
use crate::route::{GitLabPage, GitLabRoute, Route};
use crate::session::Session;
use leptos::prelude::*;
use patchbay_model::gitlab::Level;
use std::time::Duration;

/// The id of the search field.
pub const SEARCH: &str = "search-projects";

/// How long nothing must have been typed before GitLab is asked.
const PAUSE: Duration = Duration::from_millis(250);

/// What is searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HomeQuery {
    /// The server as the address names it.
    pub server: String,
    /// What is searched for.
    pub level: Level,
    /// Words, as they are typed.
    pub search: String,
    /// What GitLab is asked for: of a pasted web address the path in it.
    pub words: String,
    /// Which page of what is found, from 1.
    pub page: u32,
}

impl HomeQuery {
    /// The address of another search on the same server.
    pub fn route(&self, search: String, page: u32) -> Route {
        Route::GitLab(GitLabRoute {
            server: self.server.clone(),
            level: self.level,
            page: GitLabPage::Search { search, page },
        })
    }
}

/// The search of one page; copies are the same.
#[derive(Clone, Copy)]
pub struct HomeSearch {
    session: Session,
    query: Memo<HomeQuery>,
    /// The last answer, and its search.
    pub found: Loaded<(HomeQuery, PageOfHomes)>,
    /// How many questions there were.
    asked: RwSignal<u32>,
    /// Whether a question waits until nothing is typed for a moment.
    waits: RwSignal<bool>,
}

impl HomeSearch {
    /// Follows `query` for as long as the page lives.
    pub fn follow(session: Session, query: Memo<HomeQuery>) -> Self {
        let (asked, waits) = (RwSignal::new(0), RwSignal::new(false));
        let search = Self { session, query, found: Loaded::new(), asked, waits };
        let mut before = None;
        effect(move || {
            let now = query.get();
            let typed = before.as_ref().is_some_and(|before: &HomeQuery| before.search != now.search);
            search.ask(if typed { PAUSE } else { Duration::ZERO });
            before = Some(now);
        });
        search
    }

    /// Whether the address asks for something that GitLab has to look for: groups without words are a tree; followed.
    pub fn is_asked(self) -> bool {
        let query = self.query.read();
        query.level == Level::Project || !query.words.is_empty()
    }

    /// Whether an answer is on its way; followed.
    pub fn loading(self) -> bool {
        self.waits.get() || self.found.loading().get()
    }

    /// Sends the same search again.
    pub fn retry(self) {
        self.ask(Duration::ZERO);
    }

    fn ask(self, after: Duration) {
        self.asked.update(|asked| *asked += 1);
        let question = self.asked.get_untracked();
        if after.is_zero() {
            return self.send(question);
        }
        self.waits.set(true);
        set_timeout(move || self.send(question), after);
    }

    fn send(self, question: u32) {
        // Something else was asked since, or the page is gone.
        if self.asked.try_get_untracked() != Some(question) {
            return;
        }
        self.waits.set(false);
        if !untrack(|| self.is_asked()) {
            return;
        }
        let (server, query) = (self.session.server, self.query.get_untracked());
        let is_first = self.found.get_untracked().is_none();
        self.found.load(move || {
            let query = query.clone();
            async move {
                let found = api::search(server, query.level, &query.words, query.page).await?;
                // The first list is what the page is about; its heading says so.
                if !is_first {
                    announce(summary(&query, &found));
                }
                Ok((query, found))
            }
        });
    }
}

/// "21–40 of 300", "3 projects", "Page 2".
pub fn summary(query: &HomeQuery, found: &PageOfHomes) -> String {
    let count = found.homes.len();
    let before = query.page.saturating_sub(1).saturating_mul(PAGE_SIZE);
    let homes = |count| match query.level {
        Level::Project => count_of(count, "project", "projects"),
        Level::Group => count_of(count, "group", "groups"),
    };
    match found.total {
        // What is shown counts: some servers say more than they list.
        _ if query.page == 1 && !found.has_next => homes(count),
        Some(total) if count == 0 || total <= PAGE_SIZE => homes(total as usize),
        Some(total) => {
            let last = before as usize + count;
            let number = numbers::count;
            format!("{}–{} of {}", number(before as usize + 1), number(last), homes(total as usize))
        }
        // Large servers do not count.
        None => format!("Page {}", numbers::count(query.page as usize)),
    }
}
