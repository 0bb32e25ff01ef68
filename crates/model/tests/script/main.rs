//! A plan as code: how the script and the document look, and that neither has a secret.

#![allow(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

mod looks;
mod secrets;

use patchbay_model::plan::script::{Request, Script};
use patchbay_model::{Object, Vendor};
use serde_json::Value;

fn script(requests: &[Request]) -> Script<'_> {
    Script {
        title: "Replace the token on git.acme.example",
        made: "26 November 2026, 08:45 UTC",
        vendor: Vendor::Jira,
        server: "https://jira.example.org",
        requests,
    }
}

fn step(title: &str, method: &'static str, path: &str, body: Option<Value>, group: Option<usize>) -> Request {
    Request { title: title.to_owned(), method, path: path.to_owned(), body: body.map(object), group }
}

fn object(value: Value) -> Object {
    match value {
        Value::Object(object) => object,
        other => panic!("{other} is no object"),
    }
}
