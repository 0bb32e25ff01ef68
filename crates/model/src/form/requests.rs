//! A whole form, between what it holds and what the wire carries.

use super::field::{Field, Kind};
use super::schema::{Mode, Schema};
use super::values::{Entry, Values};
use super::wire::{read_entry, write_entry};
use crate::Object;
use serde_json::Value;

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
