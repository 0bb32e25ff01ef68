//! One opened sandbox: its router, and what tests may do to it from outside.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::middleware::{from_fn_with_state, map_response};

use crate::error::Error;
use crate::options::Options;
use crate::plugin::Plugin;
use crate::state::{Shared, State};
use crate::store::Store;
use crate::{context, demo, faults, files, gitlab, guard, headers, jar, openapi, pages, patience, rest};

/// An opened sandbox. Clones share everything.
#[derive(Clone)]
pub struct Sandbox {
    state: Shared,
}

/// Opens the database, updates its layout, and adds the demonstration data if it has never held an integration.
///
/// # Errors
/// When `auto_sign_in` is asked for on an address that is not loopback, when the database cannot be used, or when
/// `jira_jar` is not a plugin.
pub fn open(options: Options) -> Result<Sandbox, Error> {
    if options.auto_sign_in && !options.listen.ip().is_loopback() {
        return Err(Error::AutoSignInBeyondLoopback(options.listen));
    }
    let plugin = options.jira_jar.as_deref().map(Plugin::open).transpose()?;
    let file = options.database.file();
    let store = Store::open(file)?;
    demo::fill(&store, options.demo, options.projects, (options.clock)())
        .map_err(|cause| Error::database(file, cause))?;
    Ok(Sandbox { state: Arc::new(State::new(options, store, plugin)) })
}

impl Sandbox {
    /// Everything that the sandbox answers: the REST APIs of Jira and GitLab, a few pages of both, and the built app.
    pub fn router(&self) -> Router {
        let state = &self.state;
        let (jira, of_jira) = rest::router(state);
        let (gitlab, of_gitlab) = gitlab::router(state.options.gitlab);
        let router = Router::new()
            .merge(jira)
            .merge(gitlab)
            .merge(openapi::router(of_jira, of_gitlab))
            .merge(pages::router())
            .merge(jar::router(state))
            .fallback_service(files::router(state))
            .layer(from_fn_with_state(Arc::clone(state), faults::disturb))
            .layer(from_fn_with_state(Arc::clone(state), guard::check))
            .layer(map_response(headers::add))
            .layer(from_fn_with_state(Arc::clone(state), patience::read_to_the_end))
            .with_state(Arc::clone(state));
        context::below(&state.options.context_path, router)
    }

    /// Ends every session, as a restart of Jira does: the next REST call is answered with 401.
    pub fn end_all_sessions(&self) {
        self.state.sessions.end_all();
    }

    /// Switches secure administrator sessions on or off. Sessions that were confirmed must confirm again.
    pub fn require_websudo(&self, required: bool) {
        self.state.ask_for_websudo(required);
    }

    /// Lets indexing go on as if so much time had passed, while every other clock stands where it is.
    pub fn index_for(&self, time: Duration) {
        self.state.index_for(time);
    }
}
