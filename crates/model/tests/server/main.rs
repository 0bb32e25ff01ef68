//! What a server takes in a request, as tables: what is sent, and what is stored or the exact sentences of the refusal.

#![allow(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

mod adding;
mod changing;
mod refused;
#[path = "../support/mod.rs"]
mod support;

use patchbay_model::gij::server;
use patchbay_model::{Object, Problem};
use serde_json::Value;
use support::{least, object, stored};

/// The sentences of a refusal; none when the request is accepted. Each names its field.
fn sentences(result: Result<Object, Vec<Problem>>) -> Vec<String> {
    let problems = result.err().unwrap_or_default();
    for problem in &problems {
        assert!(problem.message.starts_with(&format!("{}: ", problem.field)), "{problem}");
    }
    problems.into_iter().map(|problem| problem.message).collect()
}

/// The body of "Add New Integration" that has the least of `name`, and `more`.
fn body(name: &str, more: Value) -> Object {
    let mut body = least(name);
    body.extend(object(more));
    body
}

fn create(name: &str, more: Value) -> Result<Object, Vec<Problem>> {
    server::check_create(&body(name, more))
}

fn update(name: &str, body: Value) -> Result<Object, Vec<Problem>> {
    server::check_update(&stored(name), &object(body))
}
