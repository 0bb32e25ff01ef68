//! What the body of a request holds: values of the right JSON type, and only settings that its type has.

use crate::form::read_entry;
use crate::gij::types::{IntegrationType, TypeSpec};
use crate::{Entry, Kind, Object, Problem, Schema, Secret, Values};
use serde_json::Value;

pub(super) fn type_of(body: &Object) -> Result<&'static TypeSpec, Vec<Problem>> {
    let names = || IntegrationType::all().map(|spec| spec.name).collect::<Vec<_>>().join(", ");
    let refuse = |sentence: String| Err(vec![Problem::of("type", sentence)]);
    match body.get("type") {
        None | Some(Value::Null) => refuse(format!("type: The type is required: one of {}.", names())),
        Some(Value::String(name)) => match IntegrationType::parse(name) {
            IntegrationType::Known(spec) => Ok(spec),
            IntegrationType::Other(_) => {
                refuse(format!("type: “{name}” is not a type of integration: use one of {}.", names()))
            }
        },
        Some(other) => refuse(format!("type: Send text, not {}.", describe(other))),
    }
}

pub(super) fn same_type(stored: &str, body: &Object) -> Vec<Problem> {
    ["type", "integrationType"]
        .into_iter()
        .filter(|key| body.get(*key).is_some_and(|value| !value.is_null() && value != stored))
        .map(|key| {
            let sentence = format!("{key}: The type cannot be changed: this is a {stored} integration.");
            Problem::of(key, sentence)
        })
        .collect()
}

/// Settings that only some types have: refused where they would do nothing, unless they are empty.
const RESTRICTED: &[&str] = &[
    "apiPath",
    "apiFilter",
    "tfsCollection",
    "awsRegion",
    "folderDepth",
    "pat",
    "password",
    "requireUserPat",
    "prHideFilter",
];

pub(super) fn strangers(spec: &TypeSpec, schema: &Schema, body: &Object) -> Vec<Problem> {
    let empty =
        |value: &Value| matches!(value, Value::Null | Value::Bool(false)) || value == &Value::from("");
    let restricted = RESTRICTED.iter().filter(|key| schema.field(key).is_none());
    let user = if spec.auth.is_empty() { &["username"][..] } else { &[] };
    let mut problems: Vec<Problem> = restricted
        .chain(user)
        .filter(|key| body.get(**key).is_some_and(|value| !empty(value)))
        .map(|key| {
            let sentence =
                format!("{key}: Integrations of the type {} have no such setting: leave it out.", spec.name);
            Problem::of(*key, sentence)
        })
        .collect();
    match body.get("username") {
        Some(Value::String(name)) if name.contains(char::is_control) => {
            problems.push(Problem::of("username", "username: Remove the line break or control character."))
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

/// Lays what the body says over `values`, field by field.
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
            Err(wanted) => {
                // A secret sent as a number is not repeated either.
                let sentence = match field.kind {
                    Kind::Secret => format!("{}: Send it as text.", field.key),
                    _ => format!("{}: Send {wanted}, not {}.", field.key, describe(value)),
                };
                problems.push(Problem::of(field.key.as_ref(), sentence));
            }
        }
    }
    values
}

fn strict(kind: &Kind, value: &Value) -> Result<Entry, &'static str> {
    let (fits, wanted) = match kind {
        Kind::Toggle { .. } => (value.is_boolean(), "true or false"),
        Kind::Integer { .. } => (value.is_i64(), "a whole number"),
        Kind::Projects => (
            value.as_array().is_some_and(|ids| ids.iter().all(Value::is_u64)),
            "a list of numeric project ids",
        ),
        Kind::Secret => {
            return match value.as_str() {
                // A blank secret means "none": the documents say to leave it blank.
                Some("") => Ok(Entry::Secret(Secret::Keep)),
                Some(text) => Ok(Entry::Secret(Secret::Replace(text.to_owned()))),
                None => Err("text"),
            };
        }
        Kind::Json => (true, "JSON"),
        _ => (value.is_string(), "text"),
    };
    if fits { read_entry(kind, value).ok_or(wanted) } else { Err(wanted) }
}

pub(super) fn text<'a>(body: &'a Object, key: &str) -> Option<&'a str> {
    body.get(key)?.as_str()
}

/// A JSON value in words; never a text itself, which may be a secret in the wrong place.
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
