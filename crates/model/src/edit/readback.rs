//! After writing: what the server made of the request, field by field.

use crate::Object;
use crate::form::{Change, Entry, Kind, Schema, Values, read_entry};
use serde_json::Value;

/// What the server holds after a change, compared with what was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readback {
    /// Asked for, but different on the server: `before` is what was asked, `after` what the server has.
    pub ignored: Vec<Change>,
    /// Labels of settings that the server does not report although it reports others of their kind: it has most likely
    /// dropped them.
    pub dropped: Vec<String>,
    /// Labels of settings that the server never reports, so that they cannot be verified.
    pub unverified: Vec<String>,
    /// Changed since the read before the write, though not asked for: somebody else changed it meanwhile, or the server
    /// did. `before` is what the server had, `after` what it has.
    pub others: Vec<Change>,
    /// The server switched it on or off, which was not asked for; the state that it has now.
    pub switched: Option<bool>,
}

impl Readback {
    /// Whether everything that was asked for is there, as far as the server reports it.
    pub fn is_taken(&self) -> bool {
        self.ignored.is_empty() && self.dropped.is_empty() && self.switched.is_none()
    }

    /// Whether everything that the server reports is as asked, and nothing else changed.
    pub fn is_as_asked(&self) -> bool {
        self.is_taken() && self.others.is_empty()
    }

    /// Whether the server reports all of it, and as asked.
    pub fn is_verified(&self) -> bool {
        self.is_as_asked() && self.unverified.is_empty()
    }

    /// Keys of the fields whose value is not what was asked: a form keeps what was typed there.
    pub fn ignored_keys(&self) -> Vec<String> {
        self.ignored.iter().map(|change| change.key.clone()).collect()
    }
}

/// Compares what was `sent` with what the server has now (`after`), field by field. Secrets, which are never
/// returned, and what `left_out` names are not compared. `project` names a Jira project by its id.
pub fn compare(
    schema: &Schema,
    sent: &Object,
    after: &Object,
    left_out: fn(&str) -> bool,
    project: &dyn Fn(u64) -> String,
) -> Readback {
    let mut result = Readback::default();
    for (key, asked) in sent.iter().filter(|(key, _)| !left_out(key)) {
        let Some(field) = schema.field(key).filter(|field| field.kind != Kind::Secret) else { continue };
        match after.get(key) {
            Some(now) if same(asked, now) || same_in(&field.kind, asked, now) => {}
            // What was cleared may be absent, null or empty.
            None | Some(Value::Null) if is_empty(asked) => {}
            // A toggle that the server does not have is off.
            None | Some(Value::Null) if field.may_be_missing && *asked == Value::Bool(false) => {}
            None | Some(Value::Null) => result.unverified.push(field.label.to_string()),
            Some(now) => {
                let show = |value| {
                    read_entry(&field.kind, value)
                        .map_or_else(|| value.to_string(), |entry| field.show(&entry, project))
                };
                result.ignored.push(Change {
                    key: key.clone(),
                    label: field.label.to_string(),
                    before: show(asked),
                    after: show(now),
                });
            }
        }
    }
    result
}

/// The fields that differ between what the server had right before the write (`before`) and what it has now (`after`),
/// without those that were `sent`: someone or something else changed them. A toggle that the server reports in only one
/// of the two states is not a change. Where nothing was before, such as for a new integration, nothing changed.
pub fn changed_besides(
    schema: &Schema,
    before: &Object,
    sent: &Object,
    after: &Object,
    project: &dyn Fn(u64) -> String,
) -> Vec<Change> {
    if before.is_empty() {
        return Vec::new();
    }
    let (was, is) = (schema.read(before), schema.read(after));
    let others = schema.fields().filter(|field| {
        let is_known = |values: &Values| values.get(&field.key) != Some(&Entry::Toggle(None));
        field.on_wire
            && !sent.contains_key(field.key.as_ref())
            && is_known(&was)
            && is_known(&is)
            && schema.differs(field, &was, &is)
    });
    others
        .filter_map(|field| {
            Some(Change {
                key: field.key.to_string(),
                label: field.label.to_string(),
                before: field.show(was.get(&field.key)?, project),
                after: field.show(is.get(&field.key)?, project),
            })
        })
        .collect()
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
