//! As much of Jira around an installed plugin as a browser sees: the plugin's files, its scripts in the pages of the
//! administration, its links in the menu, its page.
//!
//! It stands in for a Jira that is not available here, and serves only what the plugin's descriptor names.

mod decorator;
mod resources;
mod screens;
mod stand_in;
mod visitor;

use axum::Router;
use axum::routing::get;

use crate::state::{Shared, State};

/// Empty without a plugin.
pub(crate) fn router(state: &State) -> Router<Shared> {
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
