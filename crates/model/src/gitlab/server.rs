//! What a server accepts, by its version. Like GitLab, it accepts texts for numbers and toggles, and ignores unknown
//! keys without an error.

use super::catalogue::find;
use super::param::Param;
use super::param_kind::ParamKind;
use super::schema::schema;
use super::spec::Spec;
use super::target::Target;
use super::version::Presence;
use crate::form::{Entry, Kind, Mode, Problem, Required, Schema, Secret, Values, read_entry};
use crate::object::Object;
use serde_json::Value;

/// Why a request is refused. Like GitLab, the server first checks for missing parameters and wrong types.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refused {
    /// Keys of required parameters that were not sent.
    pub missing: Vec<String>,
    /// Keys of parameters with the wrong type.
    pub invalid: Vec<String>,
    /// Values that break the rules of the form; empty if one of the other lists is not.
    pub problems: Vec<Problem>,
}

/// Checks the body of a PUT. Gives the settings to store: those of the body and, if `creating`, GitLab's defaults of the other
/// toggles. They include secrets, which the caller must not return.
///
/// # Errors
/// [`Refused`], for a slug that the catalogue does not describe with a problem of the whole request.
pub fn check_put(target: Target, slug: &str, body: &Object, creating: bool) -> Result<Object, Refused> {
    let Some(spec) = find(slug) else {
        let problem = Problem::general(format!("“{slug}” is not an integration."));
        return Err(Refused { problems: vec![problem], ..Refused::default() });
    };
    let is_accepted = |param: &&Param| is_declared(param, target);
    let declared = || spec.params.iter().filter(is_accepted);
    let mut refused = Refused::default();
    let mut settings = Object::new();
    for param in declared() {
        match body.get(param.key) {
            None if param.is_required(target) => refused.missing.push(param.key.to_owned()),
            None => {}
            Some(value) => match coerced(param.kind, value) {
                Some(value) => {
                    settings.insert(param.key.to_owned(), value);
                }
                None => refused.invalid.push(param.key.to_owned()),
            },
        }
    }
    if !refused.missing.is_empty() || !refused.invalid.is_empty() {
        return Err(refused);
    }
    refused.problems = problems(spec, target, &settings, creating);
    if !refused.problems.is_empty() {
        return Err(refused);
    }
    // Null clears a text or a number. What it means for a toggle depends on the version, so nothing is changed.
    let is_toggle = |key: &str| spec.param(key).is_some_and(|param| param.kind.is_toggle());
    settings.retain(|key, value| !value.is_null() || !is_toggle(key));
    // GitLab ignores it: a PUT always activates.
    settings.remove("active");
    if creating {
        for param in declared().filter(|param| param.key != "active") {
            if param.kind.is_toggle() && !settings.contains_key(param.key) {
                settings.insert(param.key.to_owned(), Value::Bool(param.server_default));
            }
        }
    }
    Ok(settings)
}

/// Whether a server declares this parameter: it takes it, or at least reads it. Where it is not known, it does not.
pub fn is_declared(param: &Param, target: Target) -> bool {
    param.is_documented(target) || param.presence(target) == Presence::Yes
}

/// What a text means where servers want true or false, in bodies and in addresses. Python's clients write `True`.
pub fn switch(text: &str) -> Option<bool> {
    // The words of dry-types, with which GitLab reads parameters. No other mixture of cases is one.
    match text {
        "1" | "on" | "On" | "ON" | "t" | "true" | "True" | "TRUE" | "T" | "y" | "yes" | "Yes" | "YES"
        | "Y" => Some(true),
        "0" | "off" | "Off" | "OFF" | "f" | "false" | "False" | "FALSE" | "F" | "n" | "no" | "No" | "NO"
        | "N" => Some(false),
        _ => None,
    }
}

/// The value with the type of its parameter; `None` if it cannot be converted.
fn coerced(kind: ParamKind, value: &Value) -> Option<Value> {
    if value.is_null() {
        return Some(Value::Null);
    }
    match kind {
        ParamKind::Toggle | ParamKind::Event(_) => boolean(value),
        ParamKind::Integer { .. } | ParamKind::NumberChoice(_) => integer(value),
        ParamKind::Lines => list(value),
        ParamKind::Text
        | ParamKind::Multiline
        | ParamKind::Url
        | ParamKind::Choice(_)
        | ParamKind::Secret
        | ParamKind::SecretUrl
        | ParamKind::KeyFile(_)
        | ParamKind::Recipients(_)
        | ParamKind::Channel(_)
        | ParamKind::Webhook(_) => text(value),
    }
}

fn boolean(value: &Value) -> Option<Value> {
    match value {
        Value::Bool(_) => Some(value.clone()),
        Value::String(text) if text.is_empty() => Some(Value::Null),
        Value::String(text) => switch(text).map(Value::Bool),
        Value::Number(number) => match number.as_u64() {
            Some(1) => Some(Value::Bool(true)),
            Some(0) => Some(Value::Bool(false)),
            _ => None,
        },
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn integer(value: &Value) -> Option<Value> {
    match value {
        Value::String(text) if text.is_empty() => Some(Value::Null),
        Value::String(text) => text.trim().parse::<i64>().ok().map(Value::from),
        Value::Number(number) => number.as_i64().map(Value::from),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

fn list(value: &Value) -> Option<Value> {
    let is_list = value.as_array().is_some_and(|items| items.iter().all(Value::is_string));
    is_list.then(|| value.clone())
}

fn text(value: &Value) -> Option<Value> {
    match value {
        Value::String(_) => Some(value.clone()),
        Value::Number(number) => Some(Value::from(number.to_string())),
        Value::Bool(on) => Some(Value::from(on.to_string())),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Values that break the rules of the form. Parameters that a change does not send keep their stored values, which are not
/// known here, so rules that read them do not apply.
fn problems(spec: &'static Spec, target: Target, settings: &Object, creating: bool) -> Vec<Problem> {
    let schema = whole(spec, target);
    let values: Values = schema
        .fields()
        .filter_map(|field| {
            let entry = match (&field.kind, settings.get(field.key.as_ref())) {
                (_, None) if !creating => return None,
                (_, None) => field.default.clone(),
                (Kind::Secret, Some(Value::String(text))) if field.file.is_some() => {
                    Entry::Secret(Secret::Replace(text.clone()))
                }
                (Kind::Secret, Some(Value::String(text))) => Entry::Secret(Secret::Replace(one_line(text))),
                (Kind::Secret, Some(_)) => Entry::Secret(Secret::Keep),
                (Kind::Toggle { .. }, Some(value)) => Entry::Toggle(value.as_bool()),
                (kind, Some(value)) => read_entry(kind, value).unwrap_or_else(|| Entry::from("")),
            };
            Some((field.key.to_string(), entry))
        })
        .collect();
    schema.problems(&values)
}

/// The file of a service account has several lines. A field for secrets accepts only one.
fn one_line(secret: &str) -> String {
    secret.replace(['\r', '\n', '\t'], " ")
}

/// The form's schema without conditions for showing fields, which the server does not have, but for what it requires only
/// then.
fn whole(spec: &'static Spec, target: Target) -> Schema {
    let mut schema = schema(target, spec.slug, Mode::Create, &Object::new(), &[]);
    let is_required = |key: &str| spec.param(key).is_some_and(|param| param.required);
    // The strictest version.
    schema.rules.extend(spec.refused_by_some);
    // The form also offers what this server may ignore.
    let is_read = |key: &str| spec.param(key).is_none_or(|param| is_declared(param, target));
    for section in &mut schema.sections {
        section.fields.retain(|field| is_read(&field.key));
    }
    for field in schema.sections.iter_mut().flat_map(|section| &mut section.fields) {
        // The form asks for the key in place of its file's name.
        if is_required(&field.key) {
            field.required = Required::Always;
        }
        if field.required == Required::No {
            field.shown = None;
        }
    }
    schema
}
