//! Before saving: has somebody else changed the integration? After saving: did the server do what was asked?

use crate::form::read_entry;
use crate::{Change, Kind, Lookup, Object, Schema, Values};
use serde_json::Value;

/// One field that somebody else changed while a form was open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Key of the field.
    pub key: String,
    /// Label of the field.
    pub label: String,
    /// What it was when the form was opened.
    pub base: String,
    /// What it is on the server now.
    pub theirs: String,
    /// What the form holds, where it changes this field too.
    pub mine: Option<String>,
}

/// The fields that differ on the server from what the form began with. `project` names a Jira project by its id.
pub fn conflicts(
    schema: &Schema,
    base: &Values,
    theirs: &Values,
    mine: &Values,
    project: &dyn Fn(u64) -> String,
) -> Vec<Conflict> {
    schema
        .fields()
        .filter(|field| schema.differs(field, base, theirs))
        .filter_map(|field| {
            let (base_entry, their_entry) = (base.entry(&field.key)?, theirs.entry(&field.key)?);
            let mine = schema.differs(field, base, mine).then(|| mine.entry(&field.key)).flatten();
            Some(Conflict {
                key: field.key.to_string(),
                label: field.label.to_string(),
                base: field.show(&base_entry, project),
                theirs: field.show(&their_entry, project),
                mine: mine.map(|entry| field.show(&entry, project)),
            })
        })
        .collect()
}

/// What the server holds after a change, compared with what was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readback {
    /// Asked for, but different on the server: `before` is what was asked, `after` what is there.
    pub ignored: Vec<Change>,
    /// Labels of what the server does not report, so that nobody can say whether it took it.
    pub unverified: Vec<String>,
    /// The server switched it on or off, which nobody asked for.
    pub switched: Option<bool>,
}

impl Readback {
    /// Whether everything that the server reports is as asked.
    pub fn is_as_asked(&self) -> bool {
        self.ignored.is_empty() && self.switched.is_none()
    }
}

/// Compares what was `sent` with what is there now (`after`), field by field. What `left_out` names, such as secrets that
/// are never returned, is not compared. `project` names a Jira project by its id.
pub fn compare(
    schema: &Schema,
    sent: &Object,
    after: &Object,
    left_out: fn(&str) -> bool,
    project: &dyn Fn(u64) -> String,
) -> Readback {
    let mut result = Readback::default();
    for (key, asked) in sent.iter().filter(|(key, _)| !left_out(key)) {
        let Some(field) = schema.field(key) else { continue };
        match after.get(key) {
            Some(there) if same(asked, there) || same_in(&field.kind, asked, there) => {}
            // What was cleared may be absent, null or empty.
            None | Some(Value::Null) if is_empty(asked) => {}
            None | Some(Value::Null) => result.unverified.push(field.label.to_string()),
            Some(there) => {
                let show = |value| {
                    read_entry(&field.kind, value)
                        .map_or_else(|| value.to_string(), |entry| field.show(&entry, project))
                };
                result.ignored.push(Change {
                    key: key.clone(),
                    label: field.label.to_string(),
                    before: show(asked),
                    after: show(there),
                });
            }
        }
    }
    result
}

/// Equal for this kind of field: servers take the last slash off an address, and write recipients one below the other.
fn same_in(kind: &Kind, asked: &Value, there: &Value) -> bool {
    let (Some(asked), Some(there)) = (asked.as_str(), there.as_str()) else { return false };
    match kind {
        Kind::WebAddress => asked.trim_end_matches('/') == there.trim_end_matches('/'),
        Kind::Recipients(recipients) => recipients.split(asked).eq(recipients.split(there)),
        _ => false,
    }
}

fn is_empty(value: &Value) -> bool {
    value == "" || value.as_array().is_some_and(Vec::is_empty)
}

/// Equal on the wire: numbers and booleans may come back as text, numbers as fractions, lists in another order.
fn same(asked: &Value, there: &Value) -> bool {
    match (asked, there) {
        (Value::Array(asked), Value::Array(there)) => {
            let within = |some: &[Value], all: &[Value]| {
                some.iter().all(|one| all.iter().any(|other| same(one, other)))
            };
            within(asked, there) && within(there, asked)
        }
        (Value::String(asked), Value::String(there)) => asked.trim() == there.trim(),
        (Value::String(text), other) | (other, Value::String(text)) => {
            other.to_string().eq_ignore_ascii_case(text.trim())
        }
        (Value::Number(asked), Value::Number(there)) => asked.as_f64() == there.as_f64(),
        (asked, there) => asked == there,
    }
}
