//! Using the index from a handler: what is due is done first.

use std::sync::PoisonError;

use rusqlite::Transaction;
use tokio::task::JoinError;

use super::around::Surroundings;
use super::queue::Indexer;
use crate::state::{Shared, State, with_state};

/// Does what is due, and then `work` on the queue and the database: all of it, or nothing of what the database keeps.
pub(crate) fn with_queue<T, E: From<rusqlite::Error>>(
    state: &State,
    work: impl FnOnce(&mut Indexer, &Transaction<'_>, Surroundings) -> Result<T, E>,
) -> Result<T, E> {
    let mut queue = state.indexer.lock().unwrap_or_else(PoisonError::into_inner);
    let surroundings = Surroundings {
        now: state.indexing_now(),
        clock: state.now(),
        pace: i64::try_from(state.options.pace.as_millis()).unwrap_or(i64::MAX / 1_000_000),
        repositories: state.options.repositories,
    };
    state.store.write(|transaction| {
        queue.advance(transaction, surroundings)?;
        work(&mut queue, transaction, surroundings)
    })
}

/// As [`with_state`], after everything that is due was indexed.
pub(crate) async fn with_index<T, E>(
    state: Shared,
    work: impl FnOnce(&State) -> Result<T, E> + Send + 'static,
) -> Result<T, E>
where
    T: Send + 'static,
    E: From<JoinError> + From<rusqlite::Error> + Send + 'static,
{
    with_state(state, move |state| {
        let is_idle = state.indexer.lock().unwrap_or_else(PoisonError::into_inner).is_idle();
        if !is_idle {
            with_queue(state, |_, _, _| Ok::<_, E>(()))?;
        }
        work(state)
    })
    .await
}
