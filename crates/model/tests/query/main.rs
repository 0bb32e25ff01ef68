//! JMESPath filters: what is accepted, what each mistake is called, and what they keep of sample repositories.

#![allow(clippy::panic, reason = "a test that cannot go on fails")]

mod bounds;
mod habits;
mod hints;
mod limits;
mod mistakes;
mod others;
mod results;
mod vendor;

use patchbay_model::text::query::Query;

#[track_caller]
fn query(text: &str) -> Query {
    Query::parse(text).unwrap_or_else(|error| panic!("{text} was refused: {error}"))
}
