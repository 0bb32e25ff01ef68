//! Indexing as Jira does it: one thing after the other, from a queue. Nothing runs in the background: what is done by now is
//! worked out from the time whenever somebody asks, so that a test with a clock of its own sees each moment of it.

mod around;
mod job;
mod queue;
mod step;
mod tracked;
mod work;

pub(crate) use job::{Progress, Target};
pub(crate) use queue::Indexer;
pub(crate) use tracked::{make_all_known, make_known};
pub(crate) use work::{with_index, with_queue};
