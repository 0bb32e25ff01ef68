//! The check of one server: its steps, each shown as soon as it is made, and the requests that they make. A check only
//! reads.

use super::blocked::{interrupted, unanswered};
use super::outcome::Outcome;
use super::refused;
use crate::api::probe::{self, Seen, Silence};
use crate::api::{Server, SignIn};
use crate::sentences;
use crate::session::Session;
use crate::ui::Tone;
use leptos::prelude::*;
use patchbay_model::{answer, parse};
use serde_json::Value;

/// One thing that was checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Good: proved; warn: unclear; bad: it does not work.
    pub tone: Tone,
    /// A whole sentence.
    pub said: String,
    /// The same without names of people, for a bug report.
    pub unnamed: Option<String>,
    /// What happened on the wire.
    pub facts: String,
}

/// A server and what is known of the connection to it; copies are the same.
#[derive(Clone, Copy)]
pub struct Check {
    /// The server.
    pub server: Server,
    session: Session,
    /// The steps so far.
    pub steps: RwSignal<Vec<Step>>,
    /// The result; `None` before the first check and during one.
    pub outcome: RwSignal<Option<Outcome>>,
    /// Whether it is under way.
    pub running: RwSignal<bool>,
    /// Display name of who is signed in, once it is known.
    pub user: RwSignal<Option<String>>,
    /// Its version, once it is known.
    pub version: RwSignal<Option<String>>,
}

impl Check {
    /// The server of this session, not checked yet.
    pub fn of(session: Session) -> Self {
        Self {
            server: session.server,
            session,
            steps: RwSignal::new(Vec::new()),
            outcome: RwSignal::new(None),
            running: RwSignal::new(false),
            user: RwSignal::new(session.user.get_untracked()),
            version: RwSignal::new(session.version.get_untracked().filter(|version| !version.is_empty())),
        }
    }

    /// Stores who is signed in, so that the pages of the server do not ask again.
    pub fn set_user(self, name: &str) {
        self.user.try_set(Some(name.to_owned()));
        self.session.user.set(name.to_owned());
    }

    /// Stores the version.
    pub fn set_version(self, version: &str) {
        self.version.try_set(Some(version.to_owned()));
        self.session.version.set(version.to_owned());
    }

    /// Adds a step: it works.
    pub fn proved(self, said: impl Into<String>, facts: &str) {
        self.note(Tone::Good, said.into(), None, facts);
    }

    /// Adds a step about a person; `unnamed` says the same without the name.
    pub fn proved_of(self, said: String, unnamed: &str, facts: &str) {
        self.note(Tone::Good, said, Some(unnamed.to_owned()), facts);
    }

    /// Adds a step: unclear, or worth a warning.
    pub fn doubtful(self, said: impl Into<String>, facts: &str) {
        self.note(Tone::Warn, said.into(), None, facts);
    }

    /// Adds a step: it does not work.
    pub fn failed(self, said: impl Into<String>, facts: &str) {
        self.note(Tone::Bad, said.into(), None, facts);
    }

    fn note(self, tone: Tone, said: String, unnamed: Option<String>, facts: &str) {
        let step = Step { tone, said, unnamed, facts: facts.to_owned() };
        // The page may be gone.
        self.steps.try_update(|steps| steps.push(step));
    }

    /// The first request: whether something answers, and whether this page may read it.
    pub async fn reach(self) -> Result<Seen, Outcome> {
        let (server, place) = (self.server, self.server.place());
        let seen = match probe::ask_plainly(server, probe::opening(server.vendor())).await {
            Ok(seen) => seen,
            Err(unseen) => {
                let facts = &unseen.facts;
                match unseen.silence {
                    Silence::Mixed => {
                        self.failed("The browser does not send requests without https from this page.", facts)
                    }
                    Silence::Policy => self.failed("This page’s own policy forbids the request.", facts),
                    Silence::TimedOut => self.failed(format!("{place} did not answer in time."), facts),
                    Silence::Unreadable => {
                        self.proved(format!("Something answers at {place}."), facts);
                        self.failed("The browser does not let this page read the answer.", facts);
                    }
                    Silence::Redirected => {
                        self.failed(format!("{place} redirects to another address."), facts);
                    }
                    Silence::Nothing => self.failed(format!("Nothing answers at {place}."), facts),
                }
                return Err(unanswered(server, unseen.silence));
            }
        };
        if seen.status >= 500 {
            self.failed(format!("{place} answers with status {}.", seen.status), &seen.facts);
            return Err(refused::broken(server, seen.status));
        }
        self.proved(format!("Something answers at {place}."), &seen.facts);
        if server.sign_in() == SignIn::Token && probe::is_in_clear(&server.url("")) {
            let said = "Requests go over http, so others on the network can read the token. Use https in config.json.";
            self.doubtful(said, &seen.facts);
        }
        if server.is_elsewhere() {
            self.proved(sentences::ALLOWS_OTHER_ORIGINS, &seen.facts);
        }
        Ok(seen)
    }

    /// Whether there is a token, where one is needed.
    pub fn has_way_in(self) -> Result<(), Outcome> {
        if self.server.sign_in() == SignIn::Token && self.server.token().is_none() {
            self.doubtful("No token was entered yet.", "nothing was sent");
            return Err(refused::token_is_missing(self.server));
        }
        Ok(())
    }

    /// Sends a request as the app does. No answer, 429 and 5xx end the check.
    pub async fn ask(self, path: &str) -> Result<Seen, Outcome> {
        let server = self.server;
        let seen = match probe::ask(server, path).await {
            Ok(seen) => seen,
            Err(unseen) => {
                let said = match unseen.silence {
                    Silence::Unreadable => sentences::REQUEST_IS_BLOCKED,
                    Silence::Redirected => sentences::REDIRECTS,
                    Silence::Mixed | Silence::Policy | Silence::TimedOut | Silence::Nothing => {
                        sentences::NEXT_REQUEST_NOT_ANSWERED
                    }
                };
                self.failed(said, &unseen.facts);
                return Err(interrupted(server, unseen.silence));
            }
        };
        match seen.status {
            status @ 500.. => {
                self.failed(format!("The answer has status {status}."), &seen.facts);
                Err(refused::broken(server, status))
            }
            429 => Err(self.refuse(&seen)),
            _ => Ok(seen),
        }
    }

    /// An answer with an unexpected status.
    pub fn refuse(self, seen: &Seen) -> Outcome {
        self.failed(format!("The answer has status {}.", seen.status), &seen.facts);
        refused::unexpected(self.server, seen.status, &answer::read(&seen.content_type, &seen.text))
    }

    /// A page instead of data.
    pub fn refuse_as_foreign(self, seen: &Seen) -> Outcome {
        self.failed(format!("The answer is not from {}.", self.server.vendor().name()), &seen.facts);
        refused::something_else(self.server)
    }
}

/// The JSON of an answer; `None` when it is something else, whatever it claims to be.
pub fn json(seen: &Seen) -> Option<Value> {
    if seen.content_type.contains("html") { None } else { parse(&seen.text).ok() }
}
