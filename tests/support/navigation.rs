//! Going to addresses, and waiting until what stands there is drawn.

use crate::{Page, Server};

impl Page<'_> {
    /// Opens the app at this address behind its `#`.
    #[track_caller]
    pub fn go(&self, route: &str) {
        let hash = if route.is_empty() { "" } else { "#" };
        self.visit(&format!("{}{hash}{route}", self.server().home()));
    }

    /// Opens any address.
    #[track_caller]
    pub fn visit(&self, address: &str) {
        self.demand(self.wait(self.client().goto(address)));
        self.settles();
    }

    /// Back, by the browser's own button.
    #[track_caller]
    pub fn back(&self) {
        self.demand(self.wait(self.client().back()));
        self.settles();
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        self.demand(self.wait(self.client().refresh()));
        self.settles();
    }

    /// The address, once the page has settled.
    #[track_caller]
    pub fn address(&self) -> String {
        self.run("return location.href", Vec::new()).as_str().unwrap().to_owned()
    }

    /// Waits until the address, behind its `#`, is this.
    #[track_caller]
    pub fn is_at(&self, route: &str) {
        self.becomes(&format!("at #{route}"), || self.address().ends_with(&format!("#{route}")));
    }

    /// The title of the tab.
    #[track_caller]
    pub fn title(&self) -> String {
        self.run("return document.title", Vec::new()).as_str().unwrap().to_owned()
    }

    /// Opens the menu of the server in the bar, where it names this one.
    #[track_caller]
    pub fn open_server_menu(&self, server: &Server) {
        self.role("button").named_like(&server.place()).click();
    }

    /// Signs out of the server that the bar names.
    #[track_caller]
    pub fn sign_out(&self, server: &Server) {
        self.open_server_menu(server);
        self.role("menuitem").named("Sign out").click();
    }
}
