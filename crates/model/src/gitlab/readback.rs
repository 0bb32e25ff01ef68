//! After a PUT: what the server ignored. It drops parameters that it does not know without a word.

use super::is_secret;
use crate::edit::readback::{Readback, compare};
use crate::{Object, Schema};

/// Compares what was sent with the settings that the answer holds. Secrets are never returned and so left out.
pub fn readback(schema: &Schema, sent: &Object, after: &Object) -> Readback {
    compare(schema, sent, after, is_secret, &|id| format!("#{id}"))
}
