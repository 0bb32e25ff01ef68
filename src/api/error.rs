//! Everything that can go wrong between a request and its answer, as data, and one sentence for each.

use super::facts::Facts;
use super::server::{Server, SignIn};
use crate::browser::numbers::count;
use crate::sentences;
use patchbay_model::answer::{Reason, Speaker};
use patchbay_model::{DEEPEST, Vendor, is_too_deep};
use std::fmt;

/// What went wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    /// No answer: network, name, certificate, or a cross-origin refusal; browsers report these the same way.
    Offline,
    /// No answer in time.
    TimedOut,
    /// 401: nobody is signed in, or the session or token has expired.
    NotSignedIn,
    /// The same, before anybody was signed in here.
    NobodyYet,
    /// 401 although a token was sent.
    TokenRefused,
    /// A header would have characters that HTTP does not allow; nothing was sent.
    Unsendable,
    /// The server, or a sign-on in front of it, redirects the request.
    Redirected,
    /// 401 that asks for Jira's secure administrator session (WebSudo).
    NeedsSecureSession,
    /// 403: signed in, but not allowed.
    Forbidden,
    /// 403 because Jira does not recognise its own address ("XSRF check failed").
    WrongOrigin,
    /// 404 for an integration: it does not exist, or is not visible.
    NotFound,
    /// 404 for an address that every server of this vendor has.
    NoSuchAddress,
    /// The server refused the values of a request; its words.
    Refused(String),
    /// 429: too many requests; wait this many seconds where the server says how long.
    TooMany(Option<u32>),
    /// Something else than JSON, such as the page of a single sign-on.
    NotJson,
    /// JSON of a shape that no document shows; the sentence says what is missing.
    Unexpected(String),
    /// A proxy, firewall or login page in front of the server refused the request, with this status.
    Intercepted(u16),
    /// 502 to 504: the server does not run, or not yet; wait this many seconds where it says how long.
    Unavailable(Option<u32>),
    /// 500, or a status that no document names.
    Server,
    /// A case that only one vendor has.
    Known(&'static Case),
    /// Not allowed, for the reason that the server gives.
    NotAllowed(String),
}

/// What one vendor says in one case, in our words.
#[derive(Debug, PartialEq, Eq)]
pub struct Case {
    /// What happened, in a few words.
    pub title: &'static str,
    /// What happened and what to do about it, in whole sentences.
    pub text: &'static str,
}

impl Cause {
    /// What a text is that should be JSON and cannot be read as such.
    pub fn of_unreadable(server: Server, text: &str) -> Self {
        let vendor = server.vendor();
        if !text.trim_start().starts_with(['{', '[']) {
            return Self::NotJson;
        }
        if !is_too_deep(text) {
            return Self::Unexpected(format!(
                "{vendor} sent JSON that breaks off or has a mistake in it. Try again."
            ));
        }
        Self::Unexpected(format!(
            "{vendor} sent JSON that is nested more than {DEEPEST} levels deep. Patchbay does not read that. Look in {vendor} for such a setting."
        ))
    }

    /// Whether the server may have done what a request asked for, although no answer says so.
    pub fn may_be_done(&self) -> bool {
        matches!(
            self,
            Self::Offline
                | Self::TimedOut
                | Self::Server
                | Self::Unavailable(_)
                | Self::NotJson
                | Self::Unexpected(_)
                | Self::TooMany(_)
        )
    }

    /// Whether the next request would fail alike, whatever it is about.
    pub fn concerns_all(&self) -> bool {
        matches!(
            self,
            Self::Offline
                | Self::TimedOut
                | Self::NotSignedIn
                | Self::NobodyYet
                | Self::TokenRefused
                | Self::Unsendable
                | Self::Redirected
                | Self::NotJson
        )
    }
}

/// A request that failed.
#[derive(Clone, Debug)]
pub struct Error {
    /// The server it was sent to.
    pub server: Server,
    /// What went wrong.
    pub cause: Cause,
    /// What happened on the wire.
    pub facts: Facts,
}

/// Whether people would read the same: comparing each case of [`Cause`] takes more bytes.
impl PartialEq for Error {
    fn eq(&self, other: &Self) -> bool {
        let read = |error: &Self| format!("{} {error} {}", error.title(), error.facts);
        read(self) == read(other)
    }
}

impl Error {
    /// The same for somebody who was not signed in before: no session has ended.
    pub fn before_signing_in(self) -> Self {
        match self.cause {
            Cause::NotSignedIn | Cause::Redirected if self.server.sign_in() == SignIn::Session => {
                Self { cause: Cause::NobodyYet, ..self }
            }
            _ => self,
        }
    }

    /// What happened, in a few words.
    pub fn title(&self) -> String {
        let vendor = self.server.vendor();
        let after = match &self.cause {
            Cause::Offline => " cannot be reached",
            Cause::TimedOut => " did not answer in time",
            Cause::Redirected if self.server.sign_in() == SignIn::Token => " redirects to another address",
            Cause::NotSignedIn | Cause::Redirected => return format!("You are signed out of {vendor}"),
            Cause::NobodyYet => return format!("{} to {vendor}", sentences::SIGN_IN),
            Cause::Unsendable => return "The request cannot be sent".to_owned(),
            Cause::TokenRefused => " did not accept the token",
            Cause::NeedsSecureSession => " asks you to confirm that you are an administrator",
            Cause::Forbidden | Cause::NotAllowed(_) => {
                return sentences::NOT_ALLOWED.to_owned();
            }
            Cause::WrongOrigin => " does not recognise its own address",
            Cause::NotFound => return "This integration does not exist".to_owned(),
            Cause::NoSuchAddress => return format!("{} does not answer here", app(vendor)),
            Cause::Refused(_) => " refused the request",
            Cause::TooMany(_) => " asks you to slow down",
            Cause::NotJson => return format!("Something other than {vendor} answered"),
            Cause::Unexpected(_) => "’s answer could not be read",
            Cause::Intercepted(_) => return format!("Something in front of {vendor} refused the request"),
            Cause::Unavailable(_) => " is not available at the moment",
            Cause::Server => " had an internal error",
            Cause::Known(case) => return case.title.to_owned(),
        };
        format!("{vendor}{after}")
    }
}

/// What answers at the address of a vendor's integrations.
fn app(vendor: Vendor) -> &'static str {
    match vendor {
        Vendor::Jira => "Git Integration for Jira",
        Vendor::GitLab => "GitLab",
    }
}

/// What happened, the reason in the server's own words, and what to do about it.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let vendor = self.server.vendor();
        let Reason { speaker, words } = self.facts.reason();
        match (&self.cause, speaker) {
            _ if words.is_empty() => {}
            // Their sentences have the words.
            (Cause::Refused(_) | Cause::NotAllowed(_) | Cause::Unexpected(_) | Cause::NotFound, _) => {}
            (_, Speaker::Server) => write!(f, "{vendor} says: “{words}” ")?,
            (_, Speaker::Proxy) => write!(f, "The answer says: “{words}” ")?,
            (_, Speaker::LoginPage) => write!(f, "The answer is the page “{words}”. ")?,
        }
        self.sentence(f)
    }
}

impl Error {
    fn sentence(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let vendor = self.server.vendor();
        let reason = self.facts.reason();
        match &self.cause {
            Cause::Offline => write!(
                f,
                "The network may be down, {vendor} may be restarting, or the browser blocked the request. Try again when the connection is back."
            ),
            Cause::TimedOut => f.write_str("It may be busy. Try again in a minute."),
            Cause::Redirected if self.server.sign_in() == SignIn::Token => write!(
                f,
                "A login page or another server would have answered instead. Open {vendor} in another tab, sign in there, then try again. If that does not help, check the address of {vendor} in config.json."
            ),
            Cause::NotSignedIn | Cause::Redirected => f.write_str(sentences::SESSION_ENDED),
            Cause::NobodyYet => f.write_str(sentences::NOBODY_YET),
            Cause::Unsendable if self.server.sign_in() == SignIn::Token => f.write_str(
                "The token contains characters that tokens cannot have. Enter another one: this page stays as it is.",
            ),
            Cause::Unsendable => write!(
                f,
                "{vendor}’s own page gave a token that contains characters no request can have. Reload {vendor} in another tab, then try again."
            ),
            Cause::TokenRefused if reason.words.contains("DPoP") => write!(
                f,
                "Requests with this token need a proof of possession (DPoP), which Patchbay cannot give. Turn DPoP off in your preferences in {vendor}, or enter the token of another user."
            ),
            Cause::TokenRefused if reason.speaker == Speaker::Server && !reason.words.is_empty() => {
                f.write_str("Enter another one: this page stays as it is.")
            }
            Cause::TokenRefused => f.write_str(
                "It may be mistyped, expired or revoked. Enter another one: this page stays as it is.",
            ),
            Cause::NeedsSecureSession if self.server.sign_in() == SignIn::Token => write!(
                f,
                "{vendor} asks for a password here, which a token cannot replace. Use Patchbay inside {vendor} for this, or have {vendor}’s secure administrator sessions switched off."
            ),
            Cause::NeedsSecureSession => write!(
                f,
                "Enter your password on {vendor}’s own page, then try again: this page stays as it is."
            ),
            Cause::Forbidden => write!(
                f,
                "Only administrators of {vendor} can manage integrations. Ask one to do it, or sign in with another account."
            ),
            Cause::NotAllowed(reason) => write!(f, "{vendor} says: {reason}"),
            Cause::WrongOrigin if self.server.is_elsewhere() => write!(
                f,
                "Its cross-site check failed, because this page has another origin. The proxy that passes requests to {vendor} must replace the header Origin with {vendor}’s own."
            ),
            Cause::WrongOrigin => write!(
                f,
                "Its cross-site check failed. The usual cause is a proxy that does not tell {vendor} its public scheme and host name."
            ),
            Cause::NoSuchAddress => write!(
                f,
                "{vendor} does not know this address. Is the app installed and enabled, and does config.json name the right {vendor}?"
            ),
            Cause::NotFound => f.write_str("Somebody may have removed it meanwhile."),
            Cause::Refused(words) => f.write_str(words),
            Cause::TooMany(wait) | Cause::Unavailable(wait) => {
                f.write_str(match self.cause {
                    Cause::TooMany(_) => "Too many requests. ",
                    _ => "It may be starting, or under maintenance. ",
                })?;
                match wait {
                    None => f.write_str("Wait a minute, then try again."),
                    Some(0 | 1) => f.write_str("Try again in a moment."),
                    Some(seconds @ 2..=120) => {
                        write!(f, "Try again in {} seconds.", count(*seconds as usize))
                    }
                    Some(seconds) => {
                        write!(f, "Try again in {} minutes.", count(seconds.div_ceil(60) as usize))
                    }
                }
            }
            Cause::NotJson => write!(
                f,
                "A login page or a proxy answered instead of {vendor}. Open {vendor} in another tab, sign in there, then try again."
            ),
            Cause::Unexpected(sentence) => f.write_str(sentence),
            Cause::Intercepted(status) => write!(
                f,
                "The answer with status {status} is not from {vendor}’s REST API, but from a {} between this page and {vendor}. Ask those who run it to let the request pass.",
                if reason.speaker == Speaker::LoginPage { "login page" } else { "proxy or firewall" }
            ),
            Cause::Server => {
                write!(f, "Try again. If it happens again, look in {vendor}’s log.")
            }
            Cause::Known(case) => f.write_str(case.text),
        }
    }
}
