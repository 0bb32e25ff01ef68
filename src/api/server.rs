//! A server that the app uses: its vendor, its address and how to sign in.

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

/// A server. Copies share the token and what is known about the server.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Server {
    vendor: Vendor,
    base: StoredValue<String>,
    sign_in: SignIn,
    token: RwSignal<Option<String>>,
    /// What keeps it from answering, as of the last request.
    trouble: RwSignal<String>,
    /// GitLab's CSRF token (against forged requests), which a session needs for each change.
    csrf: StoredValue<Option<String>>,
    /// Whether it answers at addresses of before only: a GitLab before 14.4 calls integrations services there, and Git
    /// Integration for Jira before 4.17 starts indexing at another one.
    is_older: StoredValue<bool>,
}

impl Server {
    /// A server at `base`, an address without a slash at the end.
    pub fn new(vendor: Vendor, base: String, sign_in: SignIn) -> Self {
        Self {
            vendor,
            base: StoredValue::new(base),
            sign_in,
            token: RwSignal::new(None),
            trouble: RwSignal::new(String::new()),
            csrf: StoredValue::new(None),
            is_older: StoredValue::new(false),
        }
    }

    /// The vendor.
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

    /// Follows the token: another one may belong to somebody else.
    pub fn follow_token(self) {
        self.token.track();
    }

    /// What keeps it from answering, as of the last request: "cannot be reached", "asks you to sign in". Empty when it
    /// answered. Followed.
    pub fn trouble(self) -> String {
        self.trouble.get()
    }

    /// Takes note of what came of a request.
    pub(super) fn note(self, trouble: &str) {
        if self.trouble.with_untracked(|before| before != trouble) {
            self.trouble.set(trouble.to_owned());
        }
    }

    /// Takes a token, or forgets it.
    pub fn set_token(self, token: Option<String>) {
        self.note("");
        self.token.set(token);
    }

    /// Whether somebody has to enter a token first.
    pub fn needs_token(self) -> bool {
        self.sign_in == SignIn::Token && self.token.read_untracked().is_none()
    }

    /// The CSRF token, once one was read.
    pub(super) fn csrf(self) -> Option<String> {
        self.csrf.get_value()
    }

    /// Keeps a CSRF token, or forgets an old one.
    pub(super) fn set_csrf(self, csrf: Option<String>) {
        self.csrf.set_value(csrf);
    }

    /// Whether it is known to answer at its older addresses only.
    pub(super) fn is_older(self) -> bool {
        self.is_older.get_value()
    }

    /// Remembers that it does.
    pub(super) fn set_older(self) {
        self.is_older.set_value(true);
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
