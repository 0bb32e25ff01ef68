//! Sessions, in memory: a restart ends them, and so does not using them for long.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::http::{HeaderMap, HeaderValue, header};

use super::accounts::Account;
use crate::clock::Clock;

/// Name of the session cookie. Not Jira's own `JSESSIONID`: cookies ignore the port, so it would end the session of a
/// real Jira on the same machine.
const COOKIE: &str = "PATCHBAY_JSESSIONID";

pub(crate) struct Sessions {
    open: Mutex<HashMap<String, Session>>,
    /// How long one lasts that is not used, in milliseconds.
    idle: i64,
    clock: Clock,
}

struct Session {
    account: &'static Account,
    /// Whether the password was confirmed for administration (WebSudo).
    confirmed: bool,
    /// The CSRF token in GitLab's pages, which only scripts of the same origin can read.
    csrf: String,
    /// When it was last used, in epoch milliseconds.
    used: i64,
}

impl Sessions {
    pub(crate) fn new(idle: Duration, clock: Clock) -> Self {
        let idle = idle.as_millis().try_into().unwrap_or(i64::MAX);
        Self { open: Mutex::default(), idle, clock }
    }

    /// Begins a session and returns its id; `None` if the system gives no random numbers.
    pub(crate) fn begin(&self, account: &'static Account) -> Option<String> {
        let id = unguessable()?;
        let session = Session { account, confirmed: false, csrf: unguessable()?, used: (self.clock)() };
        self.live().insert(id.clone(), session);
        Some(id)
    }

    /// The CSRF token of this session.
    pub(crate) fn csrf(&self, id: &str) -> Option<String> {
        self.live().get(id).map(|session| session.csrf.clone())
    }

    /// Whose session it is. This uses it.
    pub(crate) fn account(&self, id: &str) -> Option<&'static Account> {
        let mut live = self.live();
        let session = live.get_mut(id)?;
        session.used = (self.clock)();
        Some(session.account)
    }

    pub(crate) fn is_confirmed(&self, id: &str) -> bool {
        self.live().get(id).is_some_and(|session| session.confirmed)
    }

    /// Marks the session as confirmed for administration.
    pub(crate) fn confirm(&self, id: &str) {
        if let Some(session) = self.live().get_mut(id) {
            session.confirmed = true;
        }
    }

    pub(crate) fn unconfirm_all(&self) {
        self.lock().values_mut().for_each(|session| session.confirmed = false);
    }

    pub(crate) fn end_all(&self) {
        self.lock().clear();
    }

    /// Those that have not ended.
    fn live(&self) -> MutexGuard<'_, HashMap<String, Session>> {
        let mut open = self.lock();
        let now = (self.clock)();
        // A clock that was set back ends nothing.
        open.retain(|_, session| now.saturating_sub(session.used) <= self.idle);
        open
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Session>> {
        // No change of the map can panic half-way, so a poisoned lock still holds a valid map.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// 128 random bits as hexadecimal digits; `None` if the system gives no random numbers.
pub(crate) fn unguessable() -> Option<String> {
    let mut random = [0_u8; 16];
    getrandom::fill(&mut random).ok()?;
    Some(format!("{:032X}", u128::from_ne_bytes(random)))
}

/// The session id of the request, valid or not.
pub(crate) fn presented(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find_map(|(name, id)| (name == COOKIE).then_some(id))
}

/// The value of `Set-Cookie`: scripts cannot read the cookie, and other sites cannot send it.
pub(crate) fn cookie(id: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("{COOKIE}={id}; Path=/; HttpOnly; SameSite=Strict")).ok()
}
