//! The steps of reading a fleet: each is one request that changes nothing.

use super::scope::Scope;
use crate::api::gitlab::{self as api, PageOfHomes};
use crate::api::{Error, Holder, Server};
use crate::pages::gitlab::search_direct::Direct;
use patchbay_model::Listed;
use patchbay_model::gitlab::{Home, Integration, Level};

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The project or group that somebody named by its number or full path.
    Find {
        /// Which of the two it is, or more likely is.
        level: Level,
        /// Its number or full path.
        id: String,
        /// Whether it can be the other one as well.
        or_other: bool,
    },
    /// The next of the reader's projects behind the number `after`, with these words.
    ProjectsAfter {
        /// Words of name or path; none for all.
        words: String,
        /// The number of the last one; zero for the first.
        after: u64,
    },
    /// A page of the groups that the reader maintains, with these words.
    GroupsOf {
        /// Words of name or path; none for all.
        words: String,
        /// From 1.
        page: u32,
    },
    /// A page of the projects in a group.
    ProjectsBelow {
        /// The number of the group.
        group: u64,
        /// From 1.
        page: u32,
    },
    /// A page of the groups in a group.
    GroupsBelow {
        /// The number of the group.
        group: u64,
        /// From 1.
        page: u32,
    },
    /// What is active in the project or group with this key.
    Read(u64),
}

/// What a request brought.
#[derive(Clone)]
pub enum Got {
    /// Projects or groups.
    Page(PageOfHomes),
    /// The project or group that was named.
    Home(Home),
    /// What is active in one.
    Active(Listed<Integration>),
}

/// The steps that begin to read a scope, and the entries of a list that name nothing on this server. `meant` reads what
/// somebody typed. Groups are looked for only where the server tells what they have.
pub fn begin(
    scope: &Scope,
    reads_groups: bool,
    here: &str,
    meant: &dyn Fn(&str) -> Option<Direct>,
) -> (Vec<Step>, Vec<String>) {
    let mut unknown = Vec::new();
    let all_with = |words: &str| {
        let groups = Step::GroupsOf { words: words.to_owned(), page: 1 };
        let projects = Step::ProjectsAfter { words: words.to_owned(), after: 0 };
        if reads_groups { vec![projects, groups] } else { vec![projects] }
    };
    let steps = match scope {
        Scope::Mine => all_with(""),
        Scope::Search(words) => all_with(words),
        Scope::Group(id) => vec![Step::Find { level: Level::Group, id: id.clone(), or_other: false }],
        Scope::List(items) => {
            let mut steps = Vec::new();
            for item in items {
                match meant(item) {
                    Some(Direct::Home { place, level, id, or_other }) if place == here => {
                        // Without a host nothing says what a path is of.
                        let is_bare = id.contains('/') && !item.contains("://");
                        let or_other = or_other || is_bare;
                        steps.push(Step::Find { level, id, or_other });
                    }
                    Some(_) | None => unknown.push(item.clone()),
                }
            }
            steps
        }
    };
    (steps, unknown)
}

impl Step {
    /// The step that reads on behind this page; `None` where it is the last one, or brought nothing new, so that there is no
    /// end to it.
    pub fn next(&self, page: &PageOfHomes, is_new: bool) -> Option<Self> {
        if !page.has_next || !is_new {
            return None;
        }
        match self.clone() {
            Self::ProjectsAfter { words, .. } => {
                let after = page.homes.iter().map(|home| home.id).max()?;
                Some(Self::ProjectsAfter { words, after })
            }
            Self::GroupsOf { words, page } => Some(Self::GroupsOf { words, page: page + 1 }),
            Self::ProjectsBelow { group, page } => Some(Self::ProjectsBelow { group, page: page + 1 }),
            Self::GroupsBelow { group, page } => Some(Self::GroupsBelow { group, page: page + 1 }),
            Self::Find { .. } | Self::Read(_) => None,
        }
    }

    /// Sends the request. `holder` is what a [`Step::Read`] reads.
    pub async fn send(self, server: Server, holder: Option<Holder>) -> Result<Got, Error> {
        match self {
            Self::Find { level, id, or_other } => {
                let other = match level {
                    Level::Project => Level::Group,
                    Level::Group => Level::Project,
                };
                match api::home(server, level, &id).await {
                    Err(_) if or_other => api::home(server, other, &id).await.map(Got::Home),
                    found => found.map(Got::Home),
                }
            }
            Self::ProjectsAfter { words, after } => {
                api::projects_after(server, &words, after).await.map(Got::Page)
            }
            Self::GroupsOf { words, page } => api::groups_of(server, &words, page).await.map(Got::Page),
            Self::ProjectsBelow { group, page } => {
                api::projects_below(server, group, page).await.map(Got::Page)
            }
            Self::GroupsBelow { group, page } => api::groups_below(server, group, page).await.map(Got::Page),
            Self::Read(_) => match holder {
                Some(holder) => api::active(server, holder).await.map(Got::Active),
                None => Ok(Got::Active(Listed { read: Vec::new(), odd: Vec::new() })),
            },
        }
    }
}
