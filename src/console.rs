//! What every page has at hand: the server, what was read from it, and the way to other pages.

use crate::api::Server;
use crate::navigation::Navigation;
use crate::pages::integrations::Inventory;
use leptos::prelude::*;

/// Shared by all pages through the context; copies are the same.
#[derive(Clone, Copy)]
pub struct Console {
    /// Jira.
    pub jira: Server,
    /// Integrations and projects as last read.
    pub inventory: Inventory,
    /// The way to other pages.
    pub navigation: Navigation,
}

impl Console {
    /// A console for this server; called once.
    pub fn new(jira: Server) -> Self {
        Self { jira, inventory: Inventory::new(jira), navigation: Navigation::start() }
    }
}

/// The console of the page that is being drawn.
pub fn console() -> Console {
    expect_context()
}
