//! What every page has at hand: the servers, what was read from them, and the way to other pages.

use crate::api::{Error, Server, SignIn};
use crate::navigation::Navigation;
use crate::pages::integrations::Inventory;
use crate::route::{ConnectionRoute, JiraPage, JiraRoute, Route};
use leptos::prelude::*;

/// Who is signed in to a Jira, as far as is known.
#[derive(Clone, PartialEq)]
pub enum Who {
    /// Not asked yet.
    Unknown,
    /// Nobody: a token is needed.
    Nobody,
    /// Somebody of this name.
    Somebody(String),
    /// Asking failed.
    Failed(Error),
}

/// A Jira, shared by all of its pages through the context; copies are the same.
#[derive(Clone, Copy)]
pub struct Console {
    /// The server.
    pub jira: Server,
    /// Who is signed in.
    pub who: RwSignal<Who>,
    /// Integrations and projects as last read.
    pub inventory: Inventory,
    /// What addresses call it: nothing when it is the first of config.json, else its place.
    name: &'static str,
}

impl Console {
    fn new((at, jira): (usize, Server)) -> Self {
        let who = match jira.sign_in() {
            SignIn::Session => Who::Unknown,
            SignIn::Token => Who::Nobody,
        };
        let name = if at == 0 { "" } else { jira.place().leak() };
        Self { jira, who: RwSignal::new(who), inventory: Inventory::new(jira), name }
    }

    /// One of its own pages.
    pub fn route(self, page: JiraPage) -> Route {
        Route::Jira(JiraRoute { server: self.name.to_owned(), page })
    }

    /// Whether a page of the server that addresses call so is one of its own.
    pub fn owns(self, server: &str) -> bool {
        self.name == server
    }

    /// The address of one of its own pages, with its `#`.
    pub fn link(self, page: JiraPage) -> String {
        self.route(page).to_string()
    }
}

/// There is one for each server.
impl PartialEq for Console {
    fn eq(&self, other: &Self) -> bool {
        self.jira == other.jira
    }
}

/// All Jiras of config.json, in its order; in the context of every page, and there for as long as the app is.
#[derive(Clone, Copy)]
pub struct Jiras(&'static [Console]);

impl Jiras {
    /// These servers; called once.
    pub fn new(servers: Vec<Server>) -> Self {
        Self(servers.into_iter().enumerate().map(Console::new).collect::<Vec<_>>().leak())
    }

    /// All of them.
    pub fn all(self) -> &'static [Console] {
        self.0
    }

    /// The one at this place, the first when the place is empty.
    pub fn at(self, place: &str) -> Option<Console> {
        self.0.iter().find(|console| place.is_empty() || console.jira.place() == place).copied()
    }

    /// The one that is looked at, or was last; `None` when there is none at all. Followed.
    pub fn looked_at(self, navigation: Navigation) -> Option<Console> {
        let place = match navigation.route() {
            Route::Connection(ConnectionRoute(place)) if self.at(&place).is_some() && !place.is_empty() => {
                place
            }
            _ => navigation.last_jira(),
        };
        self.at(&place).or_else(|| self.at(""))
    }
}

/// The Jiras.
pub fn jiras() -> Jiras {
    expect_context()
}

/// The Jira of the page that is being drawn, which is one of Jira's.
pub fn console() -> Console {
    expect_context()
}

/// A GitLab server and who one is there; copies are the same.
#[derive(Clone, Copy, PartialEq)]
pub struct GitLab {
    /// The server.
    pub server: Server,
    /// Who is signed in, once it is known.
    pub user: RwSignal<Option<String>>,
    /// Its version, such as `14.8.0`, once it is known.
    pub version: RwSignal<Option<String>>,
    /// Whether it is older than 14.4 and calls integrations services.
    pub calls_them_services: RwSignal<bool>,
    /// The CSRF token (against forged requests) that a session needs for each change.
    pub csrf: RwSignal<Option<String>>,
}

impl GitLab {
    fn new(server: Server) -> Self {
        Self {
            server,
            user: RwSignal::new(None),
            version: RwSignal::new(None),
            calls_them_services: RwSignal::new(false),
            csrf: RwSignal::new(None),
        }
    }
}

/// All GitLab servers of config.json, in its order; in the context of every page, and there for as long as the app is.
#[derive(Clone, Copy)]
pub struct GitLabs(&'static [GitLab]);

impl GitLabs {
    /// These servers; called once.
    pub fn new(servers: Vec<Server>) -> Self {
        Self(servers.into_iter().map(GitLab::new).collect::<Vec<_>>().leak())
    }

    /// All of them.
    pub fn all(self) -> &'static [GitLab] {
        self.0
    }

    /// The one at this place, the first when the place is empty.
    pub fn at(self, place: &str) -> Option<GitLab> {
        self.0.iter().find(|gitlab| place.is_empty() || gitlab.server.place() == place).copied()
    }
}

/// The GitLab servers.
pub fn gitlabs() -> GitLabs {
    expect_context()
}
