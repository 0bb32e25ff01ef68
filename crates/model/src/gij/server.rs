//! What a server that keeps the documents to the letter accepts. Reading a request is strict where reading an answer is
//! tolerant: every wrong value is a problem, and one problem refuses the whole request.

use super::types::{Auth, IntegrationType, Origin, TypeSpec};
use super::{AUTH, schema};
use crate::schema::{read_entry, write_entry};
use crate::{Entry, Kind, Mode, Object, Problem, Schema, Secret, Values};
use serde_json::Value;

/// Checks the body of "Add New Integration". Gives the complete settings to store: names of the wire, defaults filled
/// in, `integrationType`, and the secrets that came with it. Each problem's sentence begins with the field's name.
pub fn check_create(body: &Object) -> Result<Object, Vec<Problem>> {
    let spec = type_of(body)?;
    let schema = schema(&IntegrationType::Known(spec), Mode::Create, body);
    let mut problems = strangers(spec, &schema, body);
    let mut values = overlay(&schema, schema.defaults(), body, &mut problems);
    sign_in(spec, body, &mut values, &mut problems);
    problems.extend(named(schema.problems(&values)));
    ids_when_global(body, &mut problems);
    if !problems.is_empty() {
        return Err(unique(problems));
    }
    Ok(complete(spec, &schema, &values))
}

/// Checks the body of "Update Existing Integration" against what is stored. Gives what changes, and nothing else.
pub fn check_update(stored: &Object, body: &Object) -> Result<Object, Vec<Problem>> {
    let kind = text(stored, "integrationType").unwrap_or_default();
    let mut problems = same_type(kind, body);
    let IntegrationType::Known(spec) = IntegrationType::parse(kind) else {
        return Err(vec![Problem::of("type", format!("type: “{kind}” is not a type of integration."))]);
    };
    let schema = schema(&IntegrationType::Known(spec), Mode::Edit, stored);
    let before = schema.read(stored);
    problems.extend(strangers(spec, &schema, body));
    let mut after = overlay(&schema, before.clone(), body, &mut problems);
    sign_in(spec, body, &mut after, &mut problems);
    // What was wrong before this request is not this request's fault.
    let old = schema.problems(&before);
    problems.extend(named(
        schema.problems(&after).into_iter().filter(|problem| !old.contains(problem)).collect(),
    ));
    ids_when_global(body, &mut problems);
    if !problems.is_empty() {
        return Err(unique(problems));
    }
    let mut patch = schema.patch(&before, &after);
    for key in ["disabled", "username"] {
        if let Some(value) = body.get(key).filter(|value| !value.is_null()) {
            patch.insert(key.to_owned(), value.clone());
        }
    }
    Ok(patch)
}

fn type_of(body: &Object) -> Result<&'static TypeSpec, Vec<Problem>> {
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

fn same_type(stored: &str, body: &Object) -> Vec<Problem> {
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

fn strangers(spec: &TypeSpec, schema: &Schema, body: &Object) -> Vec<Problem> {
    let empty =
        |value: &Value| matches!(value, Value::Null | Value::Bool(false)) || value == &Value::from("");
    let restricted = RESTRICTED.iter().filter(|key| schema.field(key).is_none());
    let mut problems: Vec<Problem> = restricted
        .filter(|key| body.get(**key).is_some_and(|value| !empty(value)))
        .map(|key| Problem::of(*key, format!("{key}: {} has no such setting.", spec.label)))
        .collect();
    if let Some(value) = body.get("disabled").filter(|value| !value.is_boolean() && !value.is_null()) {
        problems
            .push(Problem::of("disabled", format!("disabled: Send true or false, not {}.", describe(value))));
    }
    problems
}

/// Lays what the body says over `values`, field by field.
fn overlay(schema: &Schema, mut values: Values, body: &Object, problems: &mut Vec<Problem>) -> Values {
    for field in schema.fields().filter(|field| field.on_wire) {
        let Some(value) = body.get(field.key.as_ref()).filter(|value| !value.is_null()) else { continue };
        match strict(&field.kind, value) {
            Ok(entry) => values.set(field.key.as_ref(), entry),
            Err(wanted) => problems.push(Problem::of(
                field.key.as_ref(),
                format!("{}: Send {wanted}, not {}.", field.key, describe(value)),
            )),
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

/// Finds out how the body signs in, and refuses a token beside a user name and password.
fn sign_in(spec: &TypeSpec, body: &Object, values: &mut Values, problems: &mut Vec<Problem>) {
    let given = |key| text(body, key).is_some_and(|text| !text.is_empty());
    let for_all = spec.auth.contains(&Auth::TokenForAll);
    if given("pat") {
        values.set(AUTH, Entry::from("token"));
        if given("password") {
            problems.push(Problem::of(
                "password",
                "password: Send either pat, or username and password, not both.",
            ));
        } else if for_all && text(body, "username") != Some("all") {
            problems.push(Problem::of(
                "username",
                "username: With a token, Team Foundation Server takes the user name “all” only.",
            ));
        } else if given("username") && !for_all && spec.auth.contains(&Auth::Password) {
            problems.push(Problem::of(
                "username",
                "username: Send either pat, or username and password, not both.",
            ));
        }
    } else if given("password") || (given("username") && values.get(AUTH).map(Entry::text) != Some("keep")) {
        values.set(AUTH, Entry::from("password"));
    }
}

// Update doc: the endpoint does not accept the list of projects when global is true.
fn ids_when_global(body: &Object, problems: &mut Vec<Problem>) {
    let some = body.get("projectMappingIds").and_then(Value::as_array).is_some_and(|ids| !ids.is_empty());
    if some && body.get("global") == Some(&Value::Bool(true)) {
        problems.push(Problem::of(
            "projectMappingIds",
            "projectMappingIds: Projects are not accepted when global is true: send one or the other.",
        ));
    }
}

/// All settings of a new integration, those that the request left out with their defaults.
fn complete(spec: &TypeSpec, schema: &Schema, values: &Values) -> Object {
    let mut settings = Object::new();
    for field in schema.fields().filter(|field| field.on_wire) {
        let shown = field.is_shown(values);
        let entry = if shown { values.get(&field.key) } else { Some(&field.default) };
        if let Some(value) = entry.and_then(|entry| write_entry(&field.kind, entry))
            && value != ""
        {
            settings.insert(field.key.to_string(), value);
        }
    }
    if let (false, Origin::Default(url)) = (settings.contains_key("origin"), spec.origin) {
        settings.insert("origin".to_owned(), Value::from(url));
    }
    if spec.auth.contains(&Auth::TokenForAll) && settings.contains_key("pat") {
        settings.insert("username".to_owned(), Value::from("all"));
    }
    settings.insert("integrationType".to_owned(), Value::from(spec.name));
    settings
}

fn text<'a>(body: &'a Object, key: &str) -> Option<&'a str> {
    body.get(key)?.as_str()
}

/// Puts the field's name before each sentence: there is no form beside it.
fn named(problems: Vec<Problem>) -> Vec<Problem> {
    problems
        .into_iter()
        .map(|problem| {
            let message = format!("{}: {}", problem.field, problem.message);
            Problem::of(problem.field, message)
        })
        .collect()
}

/// One problem a field: the first says enough.
fn unique(problems: Vec<Problem>) -> Vec<Problem> {
    let mut kept: Vec<Problem> = Vec::new();
    for problem in problems {
        if !kept.iter().any(|other| other.field == problem.field) {
            kept.push(problem);
        }
    }
    kept
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
