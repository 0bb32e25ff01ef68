//! Putting something into the queue, and the answer to that.

use serde::Serialize;
use utoipa::ToSchema;

use crate::indexing::{Target, make_all_known, with_queue};
use crate::rest::refusal::Refusal;
use crate::state::State;
use crate::store::{jira, repository};

/// That indexing was started.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Started {
    pub(super) success: bool,
    pub(super) finished: bool,
    #[schema(example = "c3989477-053b-4cb7-965c-1ab54690490f")]
    pub(super) thread_id: String,
}

/// Puts it into the queue; everything without a number. `finished` is what the documents show: always the same.
pub(super) fn start(
    state: &State,
    id: Option<i64>,
    priority: i64,
    finished: bool,
) -> Result<Started, Refusal> {
    let takes_integrations = state.options.gij.indexes_integrations();
    with_queue(state, |queue, transaction, around| {
        make_all_known(transaction, around.clock, around.repositories)?;
        let target = match id {
            None => Target::Everything,
            Some(id) => match repository::find(transaction, id)? {
                Some(found) => Target::Repository(id, found.integration),
                None => match jira::find_to_change(transaction, id, around.clock)? {
                    Some(_) if takes_integrations => Target::Integration(id),
                    _ => return Err(Refusal::unknown_id(id)),
                },
            },
        };
        Ok(Started { success: true, finished, thread_id: queue.push(target, priority, around.now) })
    })
}
