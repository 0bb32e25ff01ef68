//! What a server that follows the documents exactly accepts. Reading a request is strict, whereas reading a response is
//! tolerant: every wrong value is a problem, and one problem refuses the whole request.

mod body;
mod repository;

pub use repository::{check_repository_create, check_repository_update};

use super::fields::AUTH;
use super::integration_type::IntegrationType;
use super::request::add_user_all;
use super::schema::schema;
use super::spec::{Auth, Origin, TypeSpec};
use crate::form::{Entry, Mode, Problem, Schema, Values};
use crate::object::Object;
use body::{foreign, named, overlay, same_type, text, type_of, unique};
use serde_json::Value;

/// Checks the body of "Add New Integration". Gives the complete settings to store: with defaults, with
/// `integrationType`, and with the secrets of the body.
///
/// # Errors
/// All problems, at most one per field. Each sentence begins with the field's key.
pub fn check_create(body: &Object) -> Result<Object, Vec<Problem>> {
    let spec = type_of(body)?;
    let schema = whole_schema(spec, Mode::Create);
    let mut problems = foreign(spec, &schema, body);
    let mut values = overlay(&schema, schema.defaults(), body, &mut problems);
    // Add doc: a list of ids is "equivalent to unchecking" the association with all projects.
    if has_ids(body) && !is_sent(body, "global") {
        values.set("global", Entry::Toggle(Some(false)));
    }
    sign_in(spec, text(body, "username"), body, &mut values, &mut problems);
    problems.extend(named(schema.problems(&values)));
    ids_when_global(body, &mut problems);
    if !problems.is_empty() {
        return Err(unique(problems));
    }
    let mut settings = complete(spec, &schema, &values);
    // A host that accepts only tokens may still get a user name.
    if let Some(name) = text(body, "username").map(str::trim).filter(|name| !name.is_empty())
        && schema.field("username").is_none()
    {
        settings.insert("username".to_owned(), Value::from(name));
    }
    Ok(settings)
}

/// Checks the body of "Update Existing Integration" against the `stored` settings. Gives only the settings that change.
///
/// # Errors
/// As [`check_create`], without problems of stored settings that the body does not send again.
pub fn check_update(stored: &Object, body: &Object) -> Result<Object, Vec<Problem>> {
    let kind = text(stored, "integrationType").unwrap_or_default();
    let mut problems = same_type(kind, body);
    let Some(spec) = IntegrationType::parse(kind).spec() else {
        return Err(vec![Problem::of("type", format!("type: “{kind}” is not an integration type."))]);
    };
    let schema = whole_schema(spec, Mode::Edit);
    let before = schema.read(stored);
    problems.extend(foreign(spec, &schema, body));
    let mut after = overlay(&schema, before.clone(), body, &mut problems);
    let user = text(body, "username").or_else(|| text(stored, "username"));
    sign_in(spec, user, body, &mut after, &mut problems);
    // What cannot be cleared stays as it is.
    for field in schema.fields() {
        if schema.emptied(field, &before, &after).is_some()
            && let Some(entry) = before.get(&field.key)
        {
            after.set(field.key.as_ref(), entry.clone());
        }
    }
    // A problem of the stored settings that the body does not touch does not refuse the request.
    let old = schema.problems(&before);
    let is_old = |problem: &Problem| old.contains(problem) && !is_sent(body, &problem.field);
    problems.extend(named(schema.problems(&after).into_iter().filter(|problem| !is_old(problem)).collect()));
    ids_when_global(body, &mut problems);
    if !problems.is_empty() {
        return Err(unique(problems));
    }
    let mut patch = schema.patch(&before, &after);
    if let Some(disabled) = body.get("disabled").filter(|value| value.is_boolean()) {
        patch.insert("disabled".to_owned(), disabled.clone());
    }
    if let Some(name) = text(body, "username") {
        patch.insert("username".to_owned(), Value::from(name.trim()));
    }
    add_user_all(Some(spec), &mut patch);
    Ok(patch)
}

/// The form's schema without one condition that only the form has: a server accepts the maximum age of commits for emails
/// even while emails are off.
fn whole_schema(spec: &'static TypeSpec, mode: Mode) -> Schema {
    let mut schema = schema(&IntegrationType::parse(spec.name), mode, &Object::new());
    for field in schema.sections.iter_mut().flat_map(|section| &mut section.fields) {
        if field.shown.is_some_and(|shown| shown.when == "sendCommitEmails") {
            field.shown = None;
        }
    }
    schema
}

/// Determines how the body signs in, and refuses a token together with a user name and password. `user` is the user name
/// of the body, else the stored one.
fn sign_in(
    spec: &TypeSpec,
    user: Option<&str>,
    body: &Object,
    values: &mut Values,
    problems: &mut Vec<Problem>,
) {
    let given = |key| text(body, key).is_some_and(|text| !text.is_empty());
    let for_all = spec.auth.contains(&Auth::TokenForAll);
    if given("pat") {
        values.set(AUTH, Entry::from("token"));
        if given("password") {
            problems.push(Problem::of(
                "password",
                "password: Send either pat or username and password, not both.",
            ));
        } else if for_all && user != Some("all") {
            problems.push(Problem::of(
                "username",
                "username: With a token, Team Foundation Server accepts only the user name “all”.",
            ));
        } else if given("username") && !for_all && spec.auth.contains(&Auth::Password) {
            problems.push(Problem::of(
                "username",
                "username: Send either pat or username and password, not both.",
            ));
        }
    } else if given("password") || (given("username") && values.get(AUTH).map(Entry::text) != Some("keep")) {
        values.set(AUTH, Entry::from("password"));
    }
}

// Update doc: the endpoint does not accept a list of projects when global is true.
fn ids_when_global(body: &Object, problems: &mut Vec<Problem>) {
    if has_ids(body) && body.get("global") == Some(&Value::Bool(true)) {
        problems.push(Problem::of(
            "projectMappingIds",
            "projectMappingIds: Projects are not accepted when global is true. Send only one of them.",
        ));
    }
}

fn has_ids(body: &Object) -> bool {
    body.get("projectMappingIds").and_then(Value::as_array).is_some_and(|ids| !ids.is_empty())
}

fn is_sent(body: &Object, key: &str) -> bool {
    body.get(key).is_some_and(|value| !value.is_null())
}

/// All settings of a new integration, with defaults for those that the body does not send.
fn complete(spec: &TypeSpec, schema: &Schema, values: &Values) -> Object {
    let mut settings = Object::new();
    for field in schema.fields().filter(|field| field.on_wire) {
        let shown = field.is_shown(values);
        let entry = if shown { values.get(&field.key) } else { Some(&field.default) };
        if let Some(value) = entry.and_then(|entry| field.write(entry))
            && value != ""
        {
            settings.insert(field.key.to_string(), value);
        }
    }
    if let (false, Origin::Default(url)) = (settings.contains_key("origin"), spec.origin) {
        settings.insert("origin".to_owned(), Value::from(url));
    }
    add_user_all(Some(spec), &mut settings);
    settings.insert("integrationType".to_owned(), Value::from(spec.name));
    settings
}
