//! One value on the wire: reading is tolerant, writing is strict.

use super::field::Kind;
use super::values::Entry;
use crate::text::invisible::trim_text;
use crate::text::refspec;
use serde_json::{Number, Value};

/// The entry for a value that a server reported; `None` if it is null or if this kind cannot hold it. Never reads a secret.
pub fn read_entry(kind: &Kind, value: &Value) -> Option<Entry> {
    match kind {
        Kind::Toggle { inverted } => read_bool(value).map(|on| Entry::Toggle(Some(on != *inverted))),
        Kind::Projects => read_ids(value).map(Entry::Projects),
        Kind::Secret => None,
        // The form shows one recipient per line.
        Kind::Recipients(recipients) => {
            Some(Entry::Text(recipients.split(value.as_str()?).collect::<Vec<_>>().join("\n")))
        }
        Kind::Lines => {
            let texts: Option<Vec<&str>> = value.as_array()?.iter().map(Value::as_str).collect();
            Some(Entry::Text(texts?.join("\n")))
        }
        Kind::Json => Some(Entry::Text(serde_json::to_string_pretty(value).ok()?)),
        _ => match value {
            Value::String(text) => Some(Entry::Text(text.clone())),
            Value::Number(number) => Some(Entry::Text(plain(number))),
            _ => None,
        },
    }
}

/// Ids as servers write them: a list of numbers, some of them as text. Apart from [`read_entry`], because the list of
/// integrations reads them, and the first file needs nothing else of it.
pub(crate) fn read_ids(value: &Value) -> Option<Vec<u64>> {
    let ids = value.as_array()?.iter().filter_map(|id| match id {
        Value::String(text) => text.trim().parse().ok(),
        other => other.as_u64(),
    });
    Some(ids.collect())
}

/// A boolean as servers write it: as JSON, or as text.
pub(crate) fn read_bool(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(on) => Some(*on),
        Value::String(text) => match text.trim() {
            // GitLab stores some in text columns, where they become digits.
            "1" => Some(true),
            "0" => Some(false),
            text if text.eq_ignore_ascii_case("true") => Some(true),
            text if text.eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        },
        Value::Null | Value::Number(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The value to send for an entry; `None` if nothing is to be sent, because it is kept, unknown or not valid.
pub fn write_entry(kind: &Kind, entry: &Entry) -> Option<Value> {
    match (kind, entry) {
        (Kind::Integer { .. }, Entry::Text(_)) => entry.text().parse::<i64>().ok().map(Value::from),
        (Kind::Recipients(recipients), Entry::Text(_)) => Some(Value::from(recipients.join(entry.text()))),
        (Kind::Lines, Entry::Text(_)) => Some(lines(entry.text()).collect()),
        (Kind::Refspecs, Entry::Text(_)) => Some(Value::from(refspec::in_one_line(entry.text()))),
        (Kind::Json, Entry::Text(_)) => serde_json::from_str(entry.text()).ok(),
        (_, Entry::Text(_)) => Some(Value::from(entry.text())),
        (Kind::Toggle { inverted }, Entry::Toggle(on)) => on.map(|on| Value::Bool(on != *inverted)),
        (_, Entry::Toggle(on)) => on.map(Value::Bool),
        (_, Entry::Secret(secret)) => secret.to_send().map(Value::from),
        (_, Entry::Projects(ids)) => Some(Value::from(ids.clone())),
    }
}

/// The texts of a list, one a line, without white space around them.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(trim_text).filter(|line| !line.is_empty())
}

/// A number without a trailing `.0`: `1440`, even if the server sent `1440.0`.
fn plain(number: &Number) -> String {
    let text = number.to_string();
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
