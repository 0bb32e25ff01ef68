//! Asking GitLab for projects while somebody types: only the newest answer counts.

use crate::api::Error;
use crate::api::gitlab::{Found, PAGE_SIZE, projects};
use crate::browser::announcer::announce;
use crate::browser::effect::effect;
use crate::browser::numbers;
use crate::browser::task::spawn;
use crate::console::GitLab;
use crate::pages::integrations::words::count_of;
use crate::route::{GitLabPage, GitLabRoute, Route};
use leptos::prelude::*;
use std::time::Duration;

/// How long nothing must have been typed before GitLab is asked.
const PAUSE: Duration = Duration::from_millis(250);

/// What is searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The server as the address names it.
    pub server: String,
    /// Words, as they are typed.
    pub search: String,
    /// What GitLab is asked for: of a pasted web address the path in it.
    pub words: String,
    /// Which page of what is found, from 1.
    pub page: u32,
}

impl Wanted {
    /// The address of another search on the same server.
    pub fn route(&self, search: String, page: u32) -> Route {
        Route::GitLab(GitLabRoute {
            server: self.server.clone(),
            page: GitLabPage::Projects { search, page },
        })
    }
}

/// The search of one page; copies are the same.
#[derive(Clone, Copy)]
pub struct ProjectSearch {
    gitlab: GitLab,
    wanted: Memo<Wanted>,
    /// The last answer, and what it answers.
    pub found: RwSignal<Option<(Wanted, Found)>>,
    /// Why the last question was not answered.
    pub error: RwSignal<Option<Error>>,
    /// Whether an answer is on its way.
    pub loading: RwSignal<bool>,
    /// How many questions there were.
    asked: RwSignal<u32>,
}

impl ProjectSearch {
    /// Follows `wanted` for as long as the page lives.
    pub fn follow(gitlab: GitLab, wanted: Memo<Wanted>) -> Self {
        let search = Self {
            gitlab,
            wanted,
            found: RwSignal::new(None),
            error: RwSignal::new(None),
            loading: RwSignal::new(false),
            asked: RwSignal::new(0),
        };
        let mut before = None;
        effect(move || {
            let now = wanted.get();
            let typed = before.as_ref().is_some_and(|before: &Wanted| before.search != now.search);
            search.ask(if typed { PAUSE } else { Duration::ZERO });
            before = Some(now);
        });
        search
    }

    /// Asks anew for the same.
    pub fn retry(self) {
        self.ask(Duration::ZERO);
    }

    fn ask(self, after: Duration) {
        let question = self.asked.get_untracked() + 1;
        self.asked.set(question);
        self.loading.set(true);
        if after.is_zero() {
            return self.send(question);
        }
        set_timeout(move || self.send(question), after);
    }

    /// Whether nothing was asked since, and the page is still there.
    fn is_newest(self, question: u32) -> bool {
        self.asked.try_get_untracked() == Some(question)
    }

    fn send(self, question: u32) {
        if !self.is_newest(question) {
            return;
        }
        let wanted = self.wanted.get_untracked();
        spawn(async move {
            let answer = projects(self.gitlab, &wanted.words, wanted.page).await;
            if !self.is_newest(question) {
                return;
            }
            self.loading.set(false);
            match answer {
                Ok(found) => {
                    // The first list is what the page is about; its heading says so.
                    if self.found.read_untracked().is_some() {
                        announce(summary(&wanted, &found));
                    }
                    self.error.set(None);
                    self.found.set(Some((wanted, found)));
                }
                Err(error) => self.error.set(Some(error)),
            }
        });
    }
}

/// "21–40 of 300", "3 projects", "Page 2".
pub fn summary(wanted: &Wanted, found: &Found) -> String {
    let count = found.projects.len();
    let before = wanted.page.saturating_sub(1).saturating_mul(PAGE_SIZE);
    let projects = |count| count_of(count, "project", "projects");
    match found.total {
        Some(total) if count == 0 || total <= PAGE_SIZE => projects(total as usize),
        Some(total) => {
            let last = before as usize + count;
            let number = numbers::count;
            format!("{}–{} of {}", number(before as usize + 1), number(last), projects(total as usize))
        }
        // Large servers do not count.
        None if wanted.page == 1 && !found.has_next => projects(count),
        None => format!("Page {}", numbers::count(wanted.page as usize)),
    }
}
