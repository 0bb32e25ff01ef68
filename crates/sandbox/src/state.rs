//! What all handlers share: the options, the database, the sessions, the plugin.

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::http::{HeaderMap, HeaderValue};
use tokio::task::JoinError;

use crate::access::accounts;
use crate::access::session::{self, Sessions};
use crate::faults::Counted;
use crate::indexing::Indexer;
use crate::options::Options;
use crate::plugin::Plugin;
use crate::store::Store;

/// The state as handlers receive it.
pub(crate) type Shared = Arc<State>;

pub(crate) struct State {
    pub(crate) options: Options,
    pub(crate) store: Store,
    pub(crate) sessions: Sessions,
    pub(crate) plugin: Option<Plugin>,
    pub(crate) faults: Counted,
    pub(crate) indexer: Mutex<Indexer>,
    /// How far the index is ahead of the clock, in milliseconds.
    ahead: AtomicI64,
    /// Whether sessions must confirm the password before they administer.
    websudo: AtomicBool,
}

impl State {
    pub(crate) fn new(options: Options, store: Store, plugin: Option<Plugin>) -> Self {
        let websudo = AtomicBool::new(options.websudo);
        let sessions = Sessions::new(options.idle, options.clock);
        let faults = Counted::new(options.faults.clone());
        let (indexer, ahead) = (Mutex::default(), AtomicI64::new(0));
        Self { options, store, sessions, plugin, faults, indexer, ahead, websudo }
    }

    /// The time in epoch milliseconds.
    pub(crate) fn now(&self) -> i64 {
        (self.options.clock)()
    }

    /// The time that the index has reached.
    pub(crate) fn indexing_now(&self) -> i64 {
        self.now().saturating_add(self.ahead.load(Ordering::SeqCst))
    }

    /// Lets the index go on as if so much time had passed.
    pub(crate) fn index_for(&self, time: Duration) {
        self.ahead.fetch_add(i64::try_from(time.as_millis()).unwrap_or(i64::MAX / 2), Ordering::SeqCst);
    }

    pub(crate) fn asks_for_websudo(&self) -> bool {
        self.websudo.load(Ordering::SeqCst)
    }

    /// Switches secure administrator sessions on or off. Sessions that were confirmed must confirm again.
    pub(crate) fn ask_for_websudo(&self, asks: bool) {
        self.sessions.unconfirm_all();
        self.websudo.store(asks, Ordering::SeqCst);
    }

    /// Where `auto_sign_in` is on: the cookie of a new administrator session, for a browser that has no session. Safe
    /// because the option is refused unless only this machine can connect.
    pub(crate) fn auto_sign_in(&self, headers: &HeaderMap) -> Option<HeaderValue> {
        let has_session =
            || session::presented(headers).is_some_and(|id| self.sessions.account(id).is_some());
        if !self.options.auto_sign_in || has_session() {
            return None;
        }
        session::cookie(&self.sessions.begin(accounts::administrator())?)
    }
}

/// Runs `work` on a thread that may wait for the database, so that other requests go on.
pub(crate) async fn with_state<T, E>(
    state: Shared,
    work: impl FnOnce(&State) -> Result<T, E> + Send + 'static,
) -> Result<T, E>
where
    T: Send + 'static,
    E: From<JoinError> + Send + 'static,
{
    tokio::task::spawn_blocking(move || work(&state)).await?
}
