//! The endpoints of indexing on demand: "Reindex POST API" and "Reindex GET API".

pub(super) mod older;
pub(super) mod progress;
pub(crate) mod start;
mod started;
