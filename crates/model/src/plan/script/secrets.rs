//! Which variables the secrets of a plan are read from.

use std::collections::BTreeMap;

use super::Request;
use crate::object::Object;
use crate::vendor::Vendor;
use crate::{gij, gitlab};
use serde_json::Value;

/// The variables of all steps, numbered from 1 in the order in which the steps need them.
pub(super) struct Secrets {
    pub(super) variables: Vec<Variable>,
    /// By the step, counted from 0, and the JSON Pointer of the field.
    places: BTreeMap<(usize, String), usize>,
}

/// A variable: `$SECRET_1`.
pub(super) struct Variable {
    /// The JSON Pointer of the field.
    pub(super) field: String,
    /// The numbers of the steps that send it, from 1, ascending.
    pub(super) steps: Vec<usize>,
}

/// `SECRET_1`
pub(super) fn name(variable: usize) -> String {
    format!("SECRET_{}", variable + 1)
}

impl Secrets {
    pub(super) fn of(vendor: Vendor, requests: &[Request]) -> Self {
        let mut secrets = Self { variables: Vec::new(), places: BTreeMap::new() };
        let mut shared = BTreeMap::new();
        for (at, step) in requests.iter().enumerate() {
            for field in step.body.iter().flat_map(|body| fields(vendor, body)) {
                let next = secrets.variables.len();
                let variable = match step.group {
                    Some(group) => *shared.entry((group, field.clone())).or_insert(next),
                    None => next,
                };
                if variable == next {
                    secrets.variables.push(Variable { field: field.clone(), steps: Vec::new() });
                }
                if let Some(variable) = secrets.variables.get_mut(variable) {
                    variable.steps.push(at + 1);
                }
                secrets.places.insert((at, field), variable);
            }
        }
        secrets
    }

    /// The variable in this field of this step, counted from 0.
    pub(super) fn at(&self, step: usize, field: &str) -> Option<usize> {
        self.places.get(&(step, field.to_owned())).copied()
    }
}

/// The JSON Pointers of all secrets that a body has.
fn fields(vendor: Vendor, body: &Object) -> Vec<String> {
    let mut found = Vec::new();
    for (key, value) in body {
        look(vendor, &below("", key), key, value, &mut found);
    }
    found
}

/// The JSON Pointer of an entry of what is at `pointer`.
pub(super) fn below(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

fn look(vendor: Vendor, pointer: &str, key: &str, value: &Value, found: &mut Vec<String>) {
    if is_secret(vendor, key, value) {
        found.push(pointer.to_owned());
        return;
    }
    match value {
        Value::Object(inner) => {
            inner.iter().for_each(|(key, value)| look(vendor, &below(pointer, key), key, value, found));
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(at, item)| look(vendor, &format!("{pointer}/{at}"), "", item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Not that a token is set, and not that it is to be empty.
fn is_secret(vendor: Vendor, key: &str, value: &Value) -> bool {
    let is_text = !matches!(value, Value::Null | Value::Bool(_)) && value != "";
    let holds_one = match vendor {
        Vendor::Jira => gij::is_secret(key),
        Vendor::GitLab => gitlab::holds_secret(key, value),
    };
    is_text && holds_one
}
