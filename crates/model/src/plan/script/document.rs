//! A plan as a JSON document.

use super::secrets::{Secrets, below, name};
use super::words;
use super::{Request, Script};
use crate::object::Object;
use crate::vendor::Vendor;
use serde_json::{Value, json};

/// The version of the document.
const VERSION: u32 = 1;

/// The plan as JSON, with its keys in an order that does not change. `"secrets"` says which fields of which steps are
/// variables: a text that happens to look like one is none.
pub fn document(script: &Script<'_>) -> String {
    let secrets = Secrets::of(script.vendor, script.requests);
    let variables: Vec<Value> = secrets
        .variables
        .iter()
        .enumerate()
        .map(|(at, variable)| {
            json!({ "variable": variable_of(at), "field": variable.field, "steps": variable.steps })
        })
        .collect();
    let steps: Vec<Value> =
        script.requests.iter().enumerate().map(|(at, one)| step(at, one, &secrets)).collect();
    let vendor = match script.vendor {
        Vendor::Jira => "jira",
        Vendor::GitLab => "gitlab",
    };
    let document = json!({
        "patchbay": "plan", "version": VERSION, "title": words::plain(script.title), "made": words::plain(script.made),
        "server": { "vendor": vendor, "url": script.server }, "secrets": variables, "steps": steps,
    });
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

fn step(at: usize, step: &Request, secrets: &Secrets) -> Value {
    let mut written = Object::new();
    written.insert("step".to_owned(), Value::from(at + 1));
    written.insert("title".to_owned(), Value::from(words::title(step)));
    written.insert("method".to_owned(), Value::from(step.method));
    written.insert("path".to_owned(), Value::from(step.path.as_str()));
    if let Some(body) = &step.body {
        written.insert("body".to_owned(), Value::Object(object(at, "", body, secrets)));
    }
    Value::Object(written)
}

fn variable_of(at: usize) -> String {
    format!("${}", name(at))
}

fn object(step: usize, pointer: &str, object: &Object, secrets: &Secrets) -> Object {
    let entry = |(key, value): (&String, &Value)| {
        (key.clone(), without_secrets(step, &below(pointer, key), value, secrets))
    };
    object.iter().map(entry).collect()
}

fn without_secrets(step: usize, pointer: &str, value: &Value, secrets: &Secrets) -> Value {
    if let Some(variable) = secrets.at(step, pointer) {
        return Value::from(variable_of(variable));
    }
    match value {
        Value::Object(inner) => Value::Object(object(step, pointer, inner, secrets)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(at, item)| without_secrets(step, &format!("{pointer}/{at}"), item, secrets))
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
    }
}
