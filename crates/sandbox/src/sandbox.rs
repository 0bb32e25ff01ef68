//! One opened sandbox: its state, its router, and what tests may do to it from outside.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::Router;

use crate::access::Sessions;
use crate::store::Store;
use crate::{Error, Options, context, files, gitlab, guard, headers, jar, openapi, pages, rest};

/// An opened sandbox. Clones share everything.
#[derive(Clone)]
pub struct Sandbox {
    state: Arc<State>,
}

/// What the handlers share.
pub(crate) struct State {
    pub(crate) options: Options,
    pub(crate) store: Store,
    pub(crate) sessions: Sessions,
    pub(crate) websudo: AtomicBool,
    pub(crate) plugin: Option<jar::Plugin>,
}

/// Opens the database, brings its layout up to date and fills it with `options.demo` integrations if it never held any.
///
/// # Errors
/// When `auto_sign_in` is asked for on an address that is not loopback, when the database cannot be used, or when
/// `jira_jar` is no plugin.
pub fn open(options: Options) -> Result<Sandbox, Error> {
    if options.auto_sign_in && !options.listen.ip().is_loopback() {
        return Err(Error::AutoSignInBeyondLoopback(options.listen));
    }
    let plugin = options.jira_jar.as_deref().map(jar::open).transpose()?;
    let store = Store::open(&options)?;
    let websudo = AtomicBool::new(options.websudo);
    Ok(Sandbox { state: Arc::new(State { options, store, sessions: Sessions::default(), websudo, plugin }) })
}

impl Sandbox {
    /// Everything the sandbox answers: the REST APIs of Jira and GitLab, the few pages of both, and the built app.
    pub fn router(&self) -> Router {
        let (jira, of_jira) = rest::router(&self.state);
        let (gitlab, of_gitlab) = gitlab::router(self.state.options.gitlab);
        let router = Router::new()
            .merge(jira)
            .merge(gitlab)
            .merge(openapi::router(of_jira, of_gitlab))
            .merge(pages::router())
            .merge(jar::router(&self.state))
            .fallback_service(files::router(&self.state))
            .layer(axum::middleware::from_fn_with_state(Arc::clone(&self.state), guard::check))
            .layer(axum::middleware::map_response(headers::add))
            .with_state(Arc::clone(&self.state));
        context::below(&self.state.options.context_path, router)
    }

    /// Ends every session, as a restart of Jira or an idle evening does: the next REST call is answered 401.
    pub fn end_all_sessions(&self) {
        self.state.sessions.end_all();
    }

    /// Switches secure administrator sessions on or off. Switching on also ends those that were confirmed before.
    pub fn require_websudo(&self, required: bool) {
        self.state.sessions.lower_all();
        self.state.websudo.store(required, Ordering::SeqCst);
    }
}
