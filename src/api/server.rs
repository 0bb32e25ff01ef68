//! A server that the app talks to: what it is, where it is and how to sign in there.

use crate::browser::surroundings;
use leptos::prelude::*;
use patchbay_model::Vendor;
use std::fmt;

/// How requests say who sends them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// By the cookie of the server's own session.
    Session,
    /// By a personal access token, which is kept in memory only.
    Token,
}

/// A server. Copies share the token.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Server {
    vendor: Vendor,
    base: StoredValue<String>,
    sign_in: SignIn,
    token: RwSignal<Option<String>>,
}

impl Server {
    /// A server at `base`, an address without a slash at the end.
    pub fn new(vendor: Vendor, base: String, sign_in: SignIn) -> Self {
        Self { vendor, base: StoredValue::new(base), sign_in, token: RwSignal::new(None) }
    }

    /// What it is.
    pub fn vendor(self) -> Vendor {
        self.vendor
    }

    /// The address of `path`, which begins with a slash.
    pub fn url(self, path: &str) -> String {
        self.base.with_value(|base| format!("{base}{path}"))
    }

    /// How requests say who sends them.
    pub fn sign_in(self) -> SignIn {
        self.sign_in
    }

    /// The token, when one was given.
    pub fn token(self) -> Option<String> {
        self.token.get_untracked()
    }

    /// Follows the token: whoever has another one may be somebody else.
    pub fn follow_token(self) {
        self.token.track();
    }

    /// Takes a token, or forgets it.
    pub fn set_token(self, token: Option<String>) {
        self.token.set(token);
    }

    /// Whether it has another origin than the page.
    pub fn is_elsewhere(self) -> bool {
        surroundings::origin_of(&self.url("")) != surroundings::origin()
    }

    /// Host name, port and folder, as people know the server: `gitlab.example.com:8443/git`.
    pub fn place(self) -> String {
        self.base.with_value(|base| {
            base.split_once("://").map_or(base.as_str(), |(_, rest)| rest).trim_end_matches('/').to_owned()
        })
    }
}

/// Without the token.
impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {}", self.vendor, self.place())
    }
}
