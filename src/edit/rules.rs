//! What differs between vendors when a resource is changed.

use crate::api::{Record, Refusal, Resource, Writing};
use patchbay_model::edit::Readback;
use patchbay_model::{Object, Schema, Values};

/// The vendor's part of an attempt to change a resource. It outlives the page, so that the result of an attempt is
/// stored and shown on whichever page the person is by then.
pub trait Rules: Send + Sync {
    /// The requests.
    fn endpoints(&self) -> &'static dyn Writing;

    /// The body that turns `before` into `values`; `base` is what the server has, `None` where it has nothing yet.
    fn request(&self, schema: &Schema, before: &Values, values: &Values, base: Option<&Record>) -> Object;

    /// Compares what the server has now with what was sent; `before` is what it had right before.
    fn readback(&self, schema: &Schema, before: &Object, sent: &Object, now: &Record) -> Readback;

    /// A change by somebody else that is more than another value of a field, as a sentence. `opened` is what the
    /// form began with, `now` what the server has.
    fn overtaken(&self, opened: Option<&Record>, now: Option<&Record>) -> Option<&'static str>;

    /// When the server says that it was changed last, in the server's own words.
    fn changed_at(&self, _record: &Record) -> Option<String> {
        None
    }

    /// Removes the secrets from a body.
    fn strip_secrets(&self, body: &mut Object);

    /// The key that people know a Jira project by.
    fn project(&self, id: u64) -> String {
        format!("#{id}")
    }

    /// Whether `candidate` can be what a write that began at `started_at` (epoch ms) made, and was not there before.
    fn is_new(&self, _candidate: &Record, _started_at: f64) -> bool {
        false
    }

    /// Its name for people.
    fn name(&self, record: Option<&Record>) -> String;

    /// Where it is, with “ in ” before it; empty where its name says enough.
    fn place(&self) -> String {
        String::new()
    }

    /// What the server does by itself after a change, as a sentence; empty where it does nothing.
    fn afterwards(&self) -> &'static str {
        ""
    }

    /// Stores the server's record, so that lists show it.
    fn keep(&self, record: &Record);

    /// Stores that the server does not have it any more.
    fn keep_gone(&self, of: &Resource);

    /// Keys that a server requires and the form has no field for.
    fn missing(&self, _refusal: &Refusal, _schema: &Schema) -> Vec<String> {
        Vec::new()
    }
}
