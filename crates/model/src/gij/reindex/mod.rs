//! Indexing on demand, after the API documents "Reindex POST API" (since 4.17), its predecessor `index` (until 4.16) and
//! "Reindex GET API".

mod progress;
mod request;
mod started;
mod target;

pub use progress::{Indexed, ReindexProgress, read_progress};
pub use request::{
    INDEX_FORM, INDEX_PATH, MANUAL_PRIORITY, REINDEX_PATH, index_form, progress_path, reindex_body,
    reindex_everything,
};
pub use started::{ReindexStarted, read_started};
pub use target::{ReindexTarget, targets};
