//! Everything that can go wrong between a request and its answer: one type, one sentence each, and the raw facts.

use super::server::{Server, SignIn};
use crate::browser::numbers::count;
use patchbay_model::Vendor;
use patchbay_model::gij::wire::{Refusal, WireError};
use std::fmt;

/// What went wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// No answer: network, name, certificate, or a cross-origin refusal, which browsers do not tell apart.
    Offline,
    /// No answer in time.
    TimedOut,
    /// 401: nobody is signed in, or the session or token is over.
    NotSignedIn,
    /// 401 although a token was sent.
    TokenRefused,
    /// 401 that asks for Jira's secure administrator session (WebSudo).
    NeedsSecureSession,
    /// 403: signed in, but not allowed.
    Forbidden,
    /// 403 because Jira does not recognise its own address ("XSRF check failed").
    WrongOrigin,
    /// 404 for an integration: it is not there, or not visible.
    NotFound,
    /// 404 for an address that every Jira with the app has.
    NoSuchAddress,
    /// The server said what is wrong with the request.
    Refused(Refusal),
    /// 429: too many requests; wait this many seconds where the server says how long.
    TooMany(Option<u32>),
    /// Something else than JSON, such as the page of a single sign-on.
    NotJson,
    /// JSON of a shape that no document shows; the sentence says what is missing.
    Unexpected(String),
    /// 5xx, or a status that no document names.
    Server,
    /// Something that only one vendor says, in our words.
    Told {
        /// What happened, in a few words.
        title: String,
        /// Whole sentences: what happened and what to do about it.
        text: String,
    },
}

/// A request that failed.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    /// The server it was sent to.
    pub server: Server,
    /// What went wrong.
    pub trouble: Trouble,
    /// What happened on the wire, for a bug report; without any body that was sent.
    pub facts: String,
}

impl Error {
    /// What happened, in a few words.
    pub fn title(&self) -> String {
        self.named(match &self.trouble {
            Trouble::Offline => "Jira cannot be reached",
            Trouble::TimedOut => "Jira did not answer in time",
            Trouble::NotSignedIn => "You are signed out of Jira",
            Trouble::TokenRefused => "Jira did not accept the token",
            Trouble::NeedsSecureSession => "Jira asks you to confirm that you are an administrator",
            Trouble::Forbidden => "You are not allowed to do this",
            Trouble::WrongOrigin => "Jira does not recognise its own address",
            Trouble::NotFound => "This integration does not exist",
            Trouble::NoSuchAddress => "Git Integration for Jira does not answer here",
            Trouble::Refused(_) => "Jira refused the request",
            Trouble::TooMany(_) => "Jira asks you to slow down",
            Trouble::NotJson => "Something other than Jira answered",
            Trouble::Unexpected(_) => "Jira’s answer could not be read",
            Trouble::Server => "Jira had an error of its own",
            Trouble::Told { title, .. } => title,
        })
    }

    /// A sentence about Jira, said of the server it is about.
    fn named(&self, sentence: &str) -> String {
        match self.server.vendor() {
            Vendor::Jira => sentence.to_owned(),
            Vendor::GitLab => sentence.replace("Jira", Vendor::GitLab.name()),
        }
    }
}

/// What happened and what to do about it.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.named(match &self.trouble {
            Trouble::Offline => {
                "The network may be down, Jira may be restarting, or the browser blocked the request. Try again when the connection is back."
            }
            Trouble::TimedOut => "It may be busy. Try again; if something was to be changed, look first whether it was.",
            Trouble::NotSignedIn => "Your session has ended. Sign in, then try again: this page stays as it is.",
            Trouble::TokenRefused => {
                "It may be mistyped, expired or revoked. Enter another one: this page stays as it is."
            }
            Trouble::NeedsSecureSession if self.server.sign_in() == SignIn::Token => {
                "That is confirmed with a password, which goes with no token. Use Patchbay inside Jira for this, or have Jira’s secure administrator sessions switched off."
            }
            Trouble::NeedsSecureSession => {
                "Enter your password on Jira’s own page, then try again: this page stays as it is."
            }
            Trouble::Forbidden => {
                "Integrations can be managed by Jira administrators only. Ask one to do it, or sign in with another account."
            }
            Trouble::WrongOrigin if self.server.is_elsewhere() => {
                "Its cross-site check failed, since this page has another origin. The proxy that lets it ask Jira must replace the header Origin by Jira’s own."
            }
            Trouble::WrongOrigin => {
                "Its cross-site check failed. The usual cause is a proxy that does not tell Jira its public scheme and host name."
            }
            Trouble::NoSuchAddress => {
                "Jira does not know this address. Is the app installed and enabled, and does config.json name the right Jira?"
            }
            Trouble::NotFound => "Somebody may have removed it meanwhile.",
            Trouble::Refused(refusal) => return write!(f, "{refusal}"),
            Trouble::TooMany(Some(seconds @ 2..=120)) => {
                return write!(f, "Too many requests. Try again in {} seconds.", count(*seconds as usize));
            }
            Trouble::TooMany(Some(0 | 1)) => "Too many requests. Try again in a moment.",
            Trouble::TooMany(Some(seconds)) => {
                return write!(f, "Too many requests. Try again in {} minutes.", count(seconds.div_ceil(60) as usize));
            }
            Trouble::TooMany(None) => "Too many requests. Wait a minute, then try again.",
            Trouble::NotJson => {
                "A login page or a proxy answered instead of Jira. Open Jira in another tab, sign in there, then try again."
            }
            Trouble::Unexpected(sentence) => return f.write_str(sentence),
            Trouble::Server => "Try again; if it keeps happening, Jira’s log says more.",
            Trouble::Told { text, .. } => return f.write_str(text),
        }))
    }
}

impl Error {
    /// An answer that came through, but cannot be used.
    pub fn of_answer(server: Server, error: WireError, facts: &str) -> Self {
        let trouble = match error {
            // Remove doc: an unknown id is refused with this sentence, without a status of its own.
            WireError::Refused(refusal)
                if refusal.error.starts_with("Repository with id=")
                    && refusal.error.ends_with("does not exist") =>
            {
                Trouble::NotFound
            }
            WireError::Refused(refusal) => Trouble::Refused(refusal),
            WireError::Shape(sentence) => Trouble::Unexpected(sentence),
        };
        Self { server, trouble, facts: facts.to_owned() }
    }
}
