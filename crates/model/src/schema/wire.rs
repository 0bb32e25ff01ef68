//! Between what a form holds and what the wire carries: reading is tolerant, writing is strict.

use super::{Mode, Schema};
use crate::{Entry, Field, Kind, Object, Values};
use serde_json::{Number, Value};

impl Schema {
    /// Reads what a server sent. What is absent, null or of an unexpected shape becomes "not known": an empty text, a
    /// toggle without a position. Secrets are kept.
    pub fn read(&self, settings: &Object) -> Values {
        self.fields()
            .map(|field| {
                let entry = match settings.get(field.key.as_ref()) {
                    Some(value) if field.on_wire => read_entry(&field.kind, value),
                    _ => None,
                };
                (field.key.to_string(), entry.unwrap_or_else(|| self.unknown(field)))
            })
            .collect()
    }

    /// What stands for a value the server did not give. A new form has a default for it.
    fn unknown(&self, field: &Field) -> Entry {
        match (self.mode, &field.kind) {
            (Mode::Create, _) | (Mode::Edit, Kind::Choice { .. }) => field.default.clone(),
            (Mode::Edit, Kind::Toggle { .. }) => Entry::Toggle(None),
            (Mode::Edit, Kind::Secret | Kind::Projects) => field.default.clone(),
            (Mode::Edit, _) => Entry::from(""),
        }
    }

    /// The body that creates: every field that is shown, defaults included, empty texts left out.
    pub fn body(&self, values: &Values) -> Object {
        self.fields()
            .filter(|field| field.on_wire && field.is_shown(values))
            .filter_map(|field| {
                let value = write_entry(&field.kind, values.get(&field.key)?)?;
                (value != Value::String(String::new())).then(|| (field.key.to_string(), value))
            })
            .collect()
    }

    /// The body that changes `before` into `after`: only what differs. A cleared text is sent as `""`.
    pub fn patch(&self, before: &Values, after: &Values) -> Object {
        self.fields()
            .filter(|field| self.differs(field, before, after))
            .filter_map(|field| {
                Some((field.key.to_string(), write_entry(&field.kind, after.get(&field.key)?)?))
            })
            .collect()
    }
}

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
