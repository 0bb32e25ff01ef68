//! A server that the app talks to: where it is and how to sign in there.

use leptos::prelude::*;

/// How requests say who sends them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// By the cookie of Jira's own session.
    Session,
    /// By a personal access token, which is kept in memory only.
    Token,
}

/// A server. Copies share the token.
#[derive(Clone, Copy)]
pub struct Server {
    base: StoredValue<String>,
    sign_in: SignIn,
    token: RwSignal<Option<String>>,
}

impl Server {
    /// A server at `base`, an address without a slash at the end.
    pub fn new(base: String, sign_in: SignIn) -> Self {
        Self { base: StoredValue::new(base), sign_in, token: RwSignal::new(None) }
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

    /// Takes a token, or forgets it.
    pub fn set_token(self, token: Option<String>) {
        self.token.set(token);
    }

    /// Host name and port, as people know the server.
    pub fn host(self) -> String {
        self.base.with_value(|base| {
            let rest = base.split_once("://").map_or(base.as_str(), |(_, rest)| rest);
            rest.split('/').next().unwrap_or_default().to_owned()
        })
    }
}
