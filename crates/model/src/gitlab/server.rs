//! What a server that keeps the document takes. It reads parameters with tolerance, as GitLab does: texts for numbers
//! and switches, and unknown keys are dropped without a word.

use super::{Param, ParamKind, Spec, find, schema};
use crate::form::read_entry;
use crate::{Entry, Kind, Mode, Object, Problem, Schema, Secret, Values};
use serde_json::Value;

/// Why a request is refused. GitLab looks for what is missing or of the wrong type before anything else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refused {
    /// Required parameters that are not there.
    pub missing: Vec<String>,
    /// Parameters of the wrong type.
    pub invalid: Vec<String>,
    /// What the values break of the model's rules; empty while one of the others is not.
    pub problems: Vec<Problem>,
}

/// Checks the body of a PUT. Gives the settings to store: those that were sent, and when `creating` also the toggles
/// that were not, in the position that GitLab gives them. Secrets are among them, which the caller must not return.
///
/// # Errors
/// [`Refused`]; for a slug that the catalogue does not know with a problem of the whole request.
pub fn check_put(slug: &str, body: &Object, creating: bool) -> Result<Object, Refused> {
    let Some(spec) = find(slug) else {
        let problem = Problem::general(format!("“{slug}” is not an integration."));
        return Err(Refused { problems: vec![problem], ..Refused::default() });
    };
    let declared = || spec.params.iter().filter(|param| param.in_manual());
    // Seen on GitLab 14: flags of events are taken also where the manual does not mention them.
    let is_taken = |param: &&Param| param.in_manual() || matches!(param.kind, ParamKind::Event(_));
    let mut refused = Refused::default();
    let mut settings = Object::new();
    for param in spec.params.iter().filter(is_taken) {
        match body.get(param.key) {
            None if param.required => refused.missing.push(param.key.to_owned()),
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
    refused.problems = problems(spec, &settings, creating);
    if !refused.problems.is_empty() {
        return Err(refused);
    }
    settings.retain(|_, value| !value.is_null());
    // GitLab ignores it: a PUT always switches on.
    settings.remove("active");
    if creating {
        for param in declared().filter(|param| param.key != "active") {
            if param.kind.is_toggle() && !settings.contains_key(param.key) {
                settings.insert(param.key.to_owned(), Value::Bool(param.on_unless_said));
            }
        }
    }
    Ok(settings)
}

/// A value as its parameter holds it; `None` when it cannot be made one.
fn coerced(kind: ParamKind, value: &Value) -> Option<Value> {
    match (kind, value) {
        (_, Value::Null) => Some(Value::Null),
        (ParamKind::Toggle | ParamKind::Event(_), Value::String(text)) => match text.as_str() {
            "" => Some(Value::Null),
            "true" | "t" | "on" | "1" => Some(Value::Bool(true)),
            "false" | "f" | "off" | "0" => Some(Value::Bool(false)),
            _ => None,
        },
        (ParamKind::Toggle | ParamKind::Event(_), Value::Bool(_)) => Some(value.clone()),
        (ParamKind::Toggle | ParamKind::Event(_), Value::Number(number)) => match number.as_u64() {
            Some(1) => Some(Value::Bool(true)),
            Some(0) => Some(Value::Bool(false)),
            _ => None,
        },
        (ParamKind::Integer { .. }, Value::String(text)) if text.is_empty() => Some(Value::Null),
        (ParamKind::Integer { .. }, Value::String(text)) => text.trim().parse::<i64>().ok().map(Value::from),
        (ParamKind::Integer { .. }, Value::Number(number)) => number.as_i64().map(Value::from),
        (ParamKind::Toggle | ParamKind::Event(_) | ParamKind::Integer { .. }, _) => None,
        (_, Value::String(_)) => Some(value.clone()),
        (_, Value::Number(number)) => Some(Value::from(number.to_string())),
        (_, Value::Bool(on)) => Some(Value::from(on.to_string())),
        (_, Value::Array(_) | Value::Object(_)) => None,
    }
}

/// What the values break of the rules that the form keeps as well. What a change leaves out keeps its stored value,
/// which is not known here: nothing is asked of it, and rules that would read it do not apply.
fn problems(spec: &'static Spec, settings: &Object, creating: bool) -> Vec<Problem> {
    let schema = whole(spec);
    let values: Values = schema
        .fields()
        .filter_map(|field| {
            let entry = match (&field.kind, settings.get(field.key.as_ref())) {
                (_, None) if !creating => return None,
                (_, None) => field.default.clone(),
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

/// The file of a service account has many lines, which a field for secrets joins.
fn one_line(secret: &str) -> String {
    secret.replace(['\r', '\n', '\t'], " ")
}

/// The form's schema without its conditions for showing fields: the server does not know them.
fn whole(spec: &'static Spec) -> Schema {
    let mut schema = schema(spec.slug, Mode::Create, &Object::new(), &[]);
    for field in schema.sections.iter_mut().flat_map(|section| &mut section.fields) {
        field.shown = None;
    }
    schema
}
