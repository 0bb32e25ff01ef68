//! What a file asks of one integration, now that it is known what GitLab has.

use super::import::IntegrationEntry;
use crate::file::json::short;
use crate::file::words::{EMPTY_SECRET, hint, is_placeholder, plain_of};
use crate::form::{Entry, Field, Kind, Schema, Secret, Values, read_entry};
use crate::gitlab::plan::{Opened, Planned, disable, inherit, leave, write};
use serde_json::Value;

/// The step that makes it as the file says. A setting that the file leaves out stays as it is; secrets do so where the file
/// has a variable such as `$TOKEN`.
pub fn plan(opened: Opened, entry: &IntegrationEntry) -> Planned {
    if entry.active == Some(false) {
        // What it would have does nothing while it is not active, and writing it would activate it.
        return match opened.is_active() {
            true => disable(opened),
            false => leave(opened, "It is not active, as in the file."),
        };
    }
    if entry.inherited == Some(true) {
        return match (opened.is_active(), opened.inherits()) {
            (true, Some(true)) => leave(opened, "It uses inherited settings, as in the file."),
            _ => inherit(opened),
        };
    }
    let schema = opened.form();
    let mut values = schema.read(&opened.settings());
    let (mut problems, mut notes) = (Vec::new(), Vec::new());
    for (key, place, value) in &entry.settings {
        let said = match schema.field(key).filter(|field| field.on_wire) {
            Some(field) => set(&schema, field, value, &mut values),
            None if says_nothing(value) => Ok(()),
            None => {
                let keys = schema.fields().map(|field| field.key.as_ref());
                let hint = hint(key, keys, "Remove it, or look whether this GitLab is older.");
                Err(format!("{} has no setting “{}” here. {hint}", opened.title(), short(key)))
            }
        };
        problems.extend(said.err().map(|sentence| format!("{place}: {sentence}")));
        let is_secret = schema.field(key).is_some_and(|field| field.kind == Kind::Secret);
        if is_secret && value.as_str().is_some_and(|text| !is_placeholder(text) && !text.is_empty()) {
            notes
                .push("The file has a secret as plain text. It is sent. Remove it from the file.".to_owned());
        }
    }
    let mut planned = write(opened, values);
    // What is wrong with the file is to be seen, also where the rest of it changes nothing.
    problems.append(&mut planned.step.problems);
    notes.append(&mut planned.step.notes);
    (planned.step.problems, planned.step.notes) = (problems, notes);
    planned
}

fn says_nothing(value: &Value) -> bool {
    matches!(value, Value::Null | Value::Bool(false))
        || value == ""
        || value.as_str().is_some_and(is_placeholder)
}

fn set(schema: &Schema, field: &Field, value: &Value, values: &mut Values) -> Result<(), String> {
    let stored = values.get(&field.key).and_then(|entry| schema.write(field, entry));
    // Most of a file is as GitLab has it; credentials in it were left out.
    if stored.is_some_and(|stored| stored == *value || plain_of(&field.kind, &stored) == *value) {
        return Ok(());
    }
    let entry = match (&field.kind, value) {
        (Kind::Secret, Value::String(text)) if is_placeholder(text) => return Ok(()),
        (Kind::Secret, Value::String(text)) if text.is_empty() => return Err(EMPTY_SECRET.to_owned()),
        (Kind::Secret, Value::String(text)) => Entry::Secret(Secret::Replace(text.clone())),
        (Kind::Toggle { .. }, Value::Bool(_)) | (Kind::Lines, Value::Array(_)) | (Kind::Json, _) => {
            read_entry(&field.kind, value).ok_or_else(|| takes(field))?
        }
        (Kind::Integer { .. }, Value::Number(_) | Value::String(_)) => {
            read_entry(&field.kind, value).ok_or_else(|| takes(field))?
        }
        (Kind::Toggle { .. } | Kind::Lines | Kind::Integer { .. } | Kind::Secret, _) => {
            return Err(takes(field));
        }
        (_, Value::String(_) | Value::Number(_)) => {
            read_entry(&field.kind, value).ok_or_else(|| takes(field))?
        }
        _ => return Err(takes(field)),
    };
    values.set(field.key.as_ref(), entry);
    Ok(())
}

fn takes(field: &Field) -> String {
    let what = match field.kind {
        Kind::Toggle { .. } => "true or false",
        Kind::Lines => "a list of texts",
        Kind::Integer { .. } => "a whole number",
        _ => "text in quotation marks",
    };
    format!("“{}” takes {what}.", field.key)
}
