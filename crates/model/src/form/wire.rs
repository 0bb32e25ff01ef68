//! One value, between what a field holds and what the wire carries: reading is tolerant, writing is strict.

use super::field::Kind;
use super::values::Entry;
use serde_json::{Number, Value};

/// Reads a value of the wire into a form's entry. `None`: null, or nothing this kind of field can hold.
pub fn read_entry(kind: &Kind, value: &Value) -> Option<Entry> {
    match kind {
        Kind::Toggle { inverted } => {
            let on = match value {
                Value::Bool(on) => *on,
                Value::String(text) if text.trim().eq_ignore_ascii_case("true") => true,
                Value::String(text) if text.trim().eq_ignore_ascii_case("false") => false,
                // GitLab keeps some in text columns, where they become digits.
                Value::String(text) if text.trim() == "1" => true,
                Value::String(text) if text.trim() == "0" => false,
                _ => return None,
            };
            Some(Entry::Toggle(Some(on != *inverted)))
        }
        Kind::Projects => {
            let ids = value.as_array()?.iter().filter_map(|id| match id {
                Value::String(text) => text.trim().parse().ok(),
                other => other.as_u64(),
            });
            Some(Entry::Projects(ids.collect()))
        }
        Kind::Secret => None,
        // One a line reads best.
        Kind::Recipients(recipients) => {
            Some(Entry::Text(recipients.split(value.as_str()?).collect::<Vec<_>>().join("\n")))
        }
        Kind::Json => Some(Entry::Text(serde_json::to_string_pretty(value).ok()?)),
        _ => match value {
            Value::String(text) => Some(Entry::Text(text.clone())),
            Value::Number(number) => Some(Entry::Text(plain(number))),
            _ => None,
        },
    }
}

/// Writes an entry as the wire carries it. `None`: nothing is sent, because it is kept, unknown or not valid.
pub fn write_entry(kind: &Kind, entry: &Entry) -> Option<Value> {
    match (kind, entry) {
        (Kind::Integer { .. }, Entry::Text(_)) => entry.text().parse::<i64>().ok().map(Value::from),
        (Kind::Recipients(recipients), Entry::Text(_)) => Some(Value::from(recipients.join(entry.text()))),
        (Kind::Json, Entry::Text(_)) => serde_json::from_str(entry.text()).ok(),
        (_, Entry::Text(_)) => Some(Value::from(entry.text())),
        (Kind::Toggle { inverted }, Entry::Toggle(on)) => on.map(|on| Value::Bool(on != *inverted)),
        (_, Entry::Toggle(on)) => on.map(Value::Bool),
        (_, Entry::Secret(secret)) => secret.to_send().map(Value::from),
        (_, Entry::Projects(ids)) => Some(Value::from(ids.clone())),
    }
}

/// A number as people write it: `1440`, also where the server sent `1440.0`.
fn plain(number: &Number) -> String {
    let text = number.to_string();
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
