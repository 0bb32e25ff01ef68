//! One session a server: who is signed in there, its version, and how addresses name it.

use super::config::Config;
use crate::api::{Loaded, Server};
use crate::route::{ConnectionRoute, JiraPage, JiraRoute, Navigation, Route};
use leptos::prelude::*;

/// A server of config.json and who is signed in there; copies are the same.
#[derive(Clone, Copy)]
pub struct Session {
    /// The server.
    pub server: Server,
    /// Display name of who is signed in.
    pub user: Loaded<String>,
    /// The server's version, such as `14.8.0-ee`; empty where it does not say.
    pub version: Loaded<String>,
    /// What addresses of Jira's pages call it: nothing when it is the first of config.json, else its place.
    name: &'static str,
}

impl Session {
    fn new((at, server): (usize, Server)) -> Self {
        let name = if at == 0 { "" } else { server.place().leak() };
        Self { server, user: Loaded::new(), version: Loaded::new(), name }
    }

    /// A page of this Jira.
    pub fn route(self, page: JiraPage) -> Route {
        Route::Jira(JiraRoute { server: self.name.to_owned(), page })
    }

    /// Whether addresses use this name for it.
    pub fn owns(self, server: &str) -> bool {
        self.name == server
    }

    /// The address of a page of this Jira, with its `#`.
    pub fn link(self, page: JiraPage) -> String {
        self.route(page).to_string()
    }

    /// Forgets the token and who it belonged to.
    pub fn sign_out(self) {
        self.server.set_token(None);
        self.user.forget();
    }
}

/// There is one for each server.
impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        self.server == other.server
    }
}

/// The sessions of all servers of config.json, in its order; in the context of every page, for as long as the app runs.
#[derive(Clone, Copy)]
pub struct Sessions {
    /// Of the Jiras.
    pub jira: &'static [Session],
    /// Of the GitLab servers.
    pub gitlab: &'static [Session],
}

impl Sessions {
    /// One for each of these servers; called once.
    pub fn new(config: Config) -> Self {
        let all = |servers: Vec<Server>| -> &'static [Session] {
            servers.into_iter().enumerate().map(Session::new).collect::<Vec<_>>().leak()
        };
        Self { jira: all(config.jira), gitlab: all(config.gitlab) }
    }

    /// The Jira at this place, the first when the place is empty.
    pub fn jira_at(self, place: &str) -> Option<Session> {
        at(self.jira, place)
    }

    /// The GitLab at this place, the first when the place is empty.
    pub fn gitlab_at(self, place: &str) -> Option<Session> {
        at(self.gitlab, place)
    }

    /// The Jira of the current page, or of the last page of a Jira; `None` if there is no Jira. Followed.
    pub fn looked_at(self, navigation: Navigation) -> Option<Session> {
        let place = match navigation.route() {
            Route::Connection(ConnectionRoute(place))
                if self.jira_at(&place).is_some() && !place.is_empty() =>
            {
                place
            }
            _ => navigation.last_jira(),
        };
        self.jira_at(&place).or_else(|| self.jira_at(""))
    }
}

fn at(sessions: &[Session], place: &str) -> Option<Session> {
    sessions.iter().find(|session| place.is_empty() || session.server.place() == place).copied()
}

/// The sessions of all servers.
pub fn sessions() -> Sessions {
    expect_context()
}

/// The session of the page that is being drawn.
pub fn session() -> Session {
    expect_context()
}
