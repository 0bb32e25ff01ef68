//! The body of a request: values must have the right JSON type, and settings must be settings of its type.

use crate::form::{CONTROL, Entry, Kind, Mode, Problem, Schema, Secret, Values, read_entry};
use crate::gij::integration_type::IntegrationType;
use crate::gij::schema::schema;
use crate::gij::spec::TypeSpec;
use crate::object::Object;
use serde_json::Value;

pub(super) fn type_of(body: &Object) -> Result<&'static TypeSpec, Vec<Problem>> {
    let names = || IntegrationType::all().map(|spec| spec.name).collect::<Vec<_>>().join(", ");
    let refuse = |sentence: String| Err(vec![Problem::of("type", sentence)]);
    match body.get("type") {
        None | Some(Value::Null) => refuse(format!("type: The type is required. Use one of {}.", names())),
        Some(Value::String(name)) => match IntegrationType::parse(name).spec() {
            Some(spec) => Ok(spec),
            None => refuse(format!("type: “{name}” is not an integration type. Use one of {}.", names())),
        },
        Some(other) => refuse(format!("type: Send text, not {}.", describe(other))),
    }
}

pub(super) fn same_type(stored: &str, body: &Object) -> Vec<Problem> {
    ["type", "integrationType"]
        .into_iter()
        .filter(|key| body.get(*key).is_some_and(|value| !value.is_null() && value != stored))
        .map(|key| {
            let sentence = format!("{key}: The type cannot be changed. This is a {stored} integration.");
            Problem::of(key, sentence)
        })
        .collect()
}

/// Settings that some types lack and that are accepted for every type, because the documents' examples send them.
const TOLERATED: &[&str] =
    &["username", "disableSslVerification", "refSpecNotes", "refSpecChanges", "refSpecCustom"];

/// Problems of settings that only other types have, unless they are empty, and of settings that no field describes.
pub(super) fn foreign(spec: &TypeSpec, schema: &Schema, body: &Object) -> Vec<Problem> {
    let empty =
        |value: &Value| matches!(value, Value::Null | Value::Bool(false)) || value == &Value::from("");
    let is_tolerated = |key: &str| TOLERATED.contains(&key) && !(key == "username" && spec.auth.is_empty());
    let is_foreign = |key: &str| schema.field(key).is_none() && !is_tolerated(key) && is_field(key);
    let mut problems: Vec<Problem> = body
        .iter()
        .filter(|(key, value)| !empty(value) && is_foreign(key))
        .map(|(key, _)| {
            let sentence = format!("{key}: {} integrations do not have this setting. Remove it.", spec.name);
            Problem::of(key.as_str(), sentence)
        })
        .collect();
    match body.get("username") {
        Some(Value::String(name)) if name.contains(char::is_control) => {
            problems.push(Problem::of("username", format!("username: {CONTROL}")))
        }
        None | Some(Value::Null | Value::String(_)) => {}
        Some(other) => {
            problems.push(Problem::of("username", format!("username: Send text, not {}.", describe(other))));
        }
    }
    if let Some(value) = body.get("disabled").filter(|value| !value.is_boolean() && !value.is_null()) {
        problems
            .push(Problem::of("disabled", format!("disabled: Send true or false, not {}.", describe(value))));
    }
    problems
}

/// Whether any type has this field.
fn is_field(key: &str) -> bool {
    IntegrationType::all().any(|spec| {
        let form = schema(&IntegrationType::parse(spec.name), Mode::Edit, &Object::new());
        form.field(key).is_some_and(|field| field.on_wire)
    })
}

/// `values` with those of the body, field by field.
pub(super) fn overlay(
    schema: &Schema,
    mut values: Values,
    body: &Object,
    problems: &mut Vec<Problem>,
) -> Values {
    for field in schema.fields().filter(|field| field.on_wire) {
        let Some(value) = body.get(field.key.as_ref()).filter(|value| !value.is_null()) else { continue };
        match strict(&field.kind, value) {
            Ok(entry) => values.set(field.key.as_ref(), entry),
            Err(expected) => {
                // The sentence never repeats a secret, not even one that was sent as a number.
                let sentence = match field.kind {
                    Kind::Secret => format!("{}: Send it as text.", field.key),
                    _ => format!("{}: Send {expected}, not {}.", field.key, describe(value)),
                };
                problems.push(Problem::of(field.key.as_ref(), sentence));
            }
        }
    }
    values
}

fn strict(kind: &Kind, value: &Value) -> Result<Entry, &'static str> {
    let (fits, expected) = match kind {
        Kind::Toggle { .. } => (value.is_boolean(), "true or false"),
        Kind::Integer { .. } => (value.is_i64(), "a whole number"),
        Kind::Projects => (
            value.as_array().is_some_and(|ids| ids.iter().all(Value::is_u64)),
            "a list of numeric project IDs",
        ),
        Kind::Secret => {
            return match value.as_str() {
                // An empty secret means none: the documents say to leave it empty.
                Some("") => Ok(Entry::Secret(Secret::Keep)),
                Some(text) => Ok(Entry::Secret(Secret::Replace(text.to_owned()))),
                None => Err("text"),
            };
        }
        Kind::Lines => {
            (value.as_array().is_some_and(|items| items.iter().all(Value::is_string)), "a list of texts")
        }
        Kind::Json => (true, "JSON"),
        _ => (value.is_string(), "text"),
    };
    if fits { read_entry(kind, value).ok_or(expected) } else { Err(expected) }
}

pub(super) fn text<'a>(body: &'a Object, key: &str) -> Option<&'a str> {
    body.get(key)?.as_str()
}

/// A JSON value in words. Never the text of a string, which may be a misplaced secret.
fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(on) => on.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(_) => "text".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// Puts the field's key before each sentence, because a response has no form to show the sentence in.
pub(super) fn named(problems: Vec<Problem>) -> Vec<Problem> {
    problems
        .into_iter()
        .map(|problem| {
            let message = format!("{}: {}", problem.field, problem.message);
            Problem::of(problem.field, message)
        })
        .collect()
}

/// The first problem of each field.
pub(super) fn unique(problems: Vec<Problem>) -> Vec<Problem> {
    let mut kept: Vec<Problem> = Vec::new();
    for problem in problems {
        if !kept.iter().any(|other| other.field == problem.field) {
            kept.push(problem);
        }
    }
    kept
}
