//! Sessions, in memory: a restart ends them, as it does for people who work on a small Jira.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::http::{HeaderMap, HeaderValue, header};

use super::accounts::Account;

/// Name of the session cookie. Not Jira's own `JSESSIONID`: cookies know no port, so that one would end the session of
/// a real Jira on the same machine.
const COOKIE: &str = "PATCHBAY_JSESSIONID";

#[derive(Default)]
pub(crate) struct Sessions {
    open: Mutex<HashMap<String, Session>>,
}

struct Session {
    account: &'static Account,
    /// Whether the password was confirmed for administration (WebSudo).
    raised: bool,
    /// What a page of GitLab holds, and only scripts of the same origin can read (CSRF).
    csrf: String,
}

impl Sessions {
    /// Begins a session and gives its id; nothing if this machine has no random numbers to give.
    pub(crate) fn begin(&self, account: &'static Account) -> Option<String> {
        let id = unguessable()?;
        self.lock().insert(id.clone(), Session { account, raised: false, csrf: unguessable()? });
        Some(id)
    }

    /// The token that GitLab's pages hold for requests of this session that change something.
    pub(crate) fn csrf(&self, id: &str) -> Option<String> {
        self.lock().get(id).map(|session| session.csrf.clone())
    }

    pub(crate) fn account(&self, id: &str) -> Option<&'static Account> {
        self.lock().get(id).map(|session| session.account)
    }

    pub(crate) fn is_raised(&self, id: &str) -> bool {
        self.lock().get(id).is_some_and(|session| session.raised)
    }

    /// Marks the session as confirmed for administration.
    pub(crate) fn raise(&self, id: &str) {
        if let Some(session) = self.lock().get_mut(id) {
            session.raised = true;
        }
    }

    pub(crate) fn lower_all(&self) {
        self.lock().values_mut().for_each(|session| session.raised = false);
    }

    pub(crate) fn end_all(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Session>> {
        // No code panics half-way through a change of the map, so a poisoned one is still whole.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// 128 random bits in letters; nothing if this machine has no random numbers to give.
pub(crate) fn unguessable() -> Option<String> {
    let mut random = [0_u8; 16];
    getrandom::fill(&mut random).ok()?;
    Some(random.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02X}");
        text
    }))
}

/// The session id that the request presents, valid or not.
pub(crate) fn presented(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find_map(|(name, id)| (name == COOKIE).then_some(id))
}

/// The header that gives a browser the session: not readable by scripts, not sent from other sites.
pub(crate) fn cookie(id: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("{COOKIE}={id}; Path=/; HttpOnly; SameSite=Strict")).ok()
}
