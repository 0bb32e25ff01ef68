//! What every page has at hand: the servers, what was read from them, and the way to other pages.

use crate::api::Server;
use crate::pages::integrations::Inventory;
use leptos::prelude::*;

/// Jira, shared by all of its pages through the context; copies are the same.
#[derive(Clone, Copy)]
pub struct Console {
    /// Jira.
    pub jira: Server,
    /// Integrations and projects as last read.
    pub inventory: Inventory,
}

impl Console {
    /// A console for this server; called once.
    pub fn new(jira: Server) -> Self {
        Self { jira, inventory: Inventory::new(jira) }
    }
}

/// The console of the page that is being drawn, which is one of Jira's.
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

/// All GitLab servers of config.json, in its order; in the context of every page.
#[derive(Clone, Copy)]
pub struct GitLabs(StoredValue<Vec<GitLab>>);

impl GitLabs {
    /// These servers; called once.
    pub fn new(servers: Vec<Server>) -> Self {
        Self(StoredValue::new(servers.into_iter().map(GitLab::new).collect()))
    }

    /// All of them.
    pub fn all(self) -> Vec<GitLab> {
        self.0.get_value()
    }

    /// The one at this place, the first when the place is empty.
    pub fn at(self, place: &str) -> Option<GitLab> {
        self.0.with_value(|all| {
            let mut all = all.iter();
            all.find(|gitlab| place.is_empty() || gitlab.server.place() == place).copied()
        })
    }
}

/// The GitLab servers.
pub fn gitlabs() -> GitLabs {
    expect_context()
}
