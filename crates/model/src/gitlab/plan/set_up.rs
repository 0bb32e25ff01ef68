//! Setting up one integration in many projects and groups with the values of one form.

use super::{Opened, Planned, leave, write};
use crate::form::{Entry, Schema, Secret, Values};

/// What is done where it is active already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It gets the values of the form.
    Change,
    /// It stays as it is.
    Leave,
}

/// Gives it the values of `form`, in which they were entered: sets it up where it is not, and changes it where it is and
/// `existing` says so. What this project or group has no setting for is left out, and the step says so.
pub fn set_up(opened: Opened, form: &Schema, values: &Values, existing: Existing) -> Planned {
    if existing == Existing::Leave && opened.is_active() {
        let because = match opened.inherits() {
            Some(true) => "It is active already, with inherited settings.",
            Some(false) | None => "It is active already.",
        };
        return leave(opened, because);
    }
    let own = opened.form();
    let mut wanted = own.read(&opened.settings());
    for field in own.fields() {
        match values.get(&field.key) {
            // What the form does not know stays as it is.
            None | Some(Entry::Toggle(None) | Entry::Secret(Secret::Keep)) => {}
            Some(entry) => wanted.set(field.key.as_ref(), entry.clone()),
        }
    }
    let is_lost = |field: &&crate::Field| {
        own.field(&field.key).is_none() && values.get(&field.key).is_some_and(says_something)
    };
    let lost: Vec<String> = form.fields().filter(is_lost).map(|field| format!("“{}”", field.label)).collect();
    let mut planned = write(opened, wanted);
    if planned.work.is_some() && !lost.is_empty() {
        planned.step.notes.push(format!("It has no setting {}, which is left out.", lost.join(", ")));
    }
    planned
}

fn says_something(entry: &Entry) -> bool {
    match entry {
        Entry::Text(_) => !entry.text().is_empty(),
        Entry::Toggle(on) => *on == Some(true),
        Entry::Secret(secret) => secret.to_send().is_some_and(|text| !text.is_empty()),
        Entry::Projects(_) => false,
    }
}
