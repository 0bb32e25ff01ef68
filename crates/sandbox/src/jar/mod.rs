//! A plugin as Jira would have it installed, and as much of Jira around it as a browser sees: its files, its scripts in
//! the pages of the administration, its links in the menu, its page.
//!
//! Stands in for Jira where none can be had. It serves what the plugin's descriptor says, and nothing that it does not.

mod archive;
mod decorator;
mod descriptor;
mod labels;
mod resources;
mod screens;
mod stand_in;

use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use axum::Router;
use axum::http::{HeaderMap, HeaderValue};
use axum::routing::get;

use crate::Error;
use crate::access::{self, Account, Role};
use crate::files;
use crate::sandbox::State;
use archive::Archive;
use descriptor::Descriptor;

/// An installed plugin.
pub(crate) struct Plugin {
    archive: Archive,
    descriptor: Descriptor,
    /// When the file was last changed: what Jira says of every file in it.
    changed: SystemTime,
}

/// Reads a plugin.
pub(crate) fn open(file: &Path) -> Result<Plugin, Error> {
    let fault = |fault: String| Error::Jar { file: file.to_path_buf(), fault };
    let archive = Archive::open(file).map_err(fault)?;
    let descriptor = Descriptor::read(&archive).map_err(fault)?;
    let changed = file.metadata().and_then(|about| about.modified()).unwrap_or_else(|_| SystemTime::now());
    Ok(Plugin { archive, descriptor, changed })
}

/// Nothing without a plugin.
pub(crate) fn router(state: &State) -> Router<Arc<State>> {
    if state.plugin.is_none() {
        return Router::new();
    }
    Router::new()
        .route("/download/resources/{module}/{*name}", get(resources::direct))
        .route("/s/{hash}/_/download/resources/{module}/{*name}", get(resources::hashed))
        .route("/download/contextbatch/js/atl.admin/batch.js", get(resources::batch))
        .route("/secure/admin/{page}", get(screens::administration))
        .route("/secure/{page}", get(screens::dashboard))
        .merge(stand_in::router(state.options.aui.as_deref()))
}

/// Who opens a page, with the cookie of a session that began with it where the sandbox signs people in.
fn visitor(state: &State, headers: &HeaderMap) -> (Option<&'static Account>, Option<HeaderValue>) {
    let cookie = state.options.auto_sign_in.then(|| files::auto_sign_in(state, headers)).flatten();
    let account = match cookie {
        Some(_) => Some(access::administrator()),
        None => access::identify(headers, &state.sessions).map(|identity| identity.account),
    };
    (account, cookie)
}

fn is_administrator(account: Option<&Account>) -> bool {
    account.is_some_and(|account| account.role == Role::Administrator)
}
