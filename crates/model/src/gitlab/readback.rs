//! After a PUT: what GitLab ignored. It drops unknown parameters without an error.

use super::secrets::is_secret;
use crate::edit::readback::{Readback, compare};
use crate::form::Schema;
use crate::object::Object;

/// Compares what was sent with the settings in the response. Secrets are never returned, so they are not compared.
pub fn readback(schema: &Schema, sent: &Object, after: &Object) -> Readback {
    compare(schema, sent, after, is_secret, &|id| format!("#{id}"))
}
