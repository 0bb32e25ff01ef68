//! The REST API of Git Integration for Jira: one file an endpoint, named after its document.

mod add;
mod enable;
mod input;
mod list;
mod remove;
mod retrieve;
mod settings;
mod update;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Refusal;
use crate::sandbox::State;

pub(super) fn router() -> OpenApiRouter<Arc<State>> {
    OpenApiRouter::new()
        .routes(routes!(list::list, add::add))
        .routes(routes!(retrieve::retrieve, update::update, remove::remove))
        .routes(routes!(enable::enable))
}

/// Runs `work` where it may wait for the database without holding up other requests.
async fn with_state<T: Send + 'static>(
    state: Arc<State>,
    work: impl FnOnce(&State) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    tokio::task::spawn_blocking(move || work(&state)).await?
}
