//! A whole form: reading it from settings, and the requests that create and change them.

use super::field::{Field, Kind};
use super::schema::{Mode, Schema};
use super::values::{Entry, Values};
use super::wire::read_entry;
use crate::object::Object;
use serde_json::Value;

impl Schema {
    /// Reads settings that a server reported. A value that is absent, null or of the wrong type becomes unknown: an empty
    /// text, or a toggle that is neither on nor off. Secrets are kept.
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

    /// The entry for a value that the server did not report. In a new form, the default.
    fn unknown(&self, field: &Field) -> Entry {
        match (self.mode, &field.kind) {
            (Mode::Create, _) | (Mode::Edit, Kind::Choice { .. }) => field.default.clone(),
            (Mode::Edit, Kind::Toggle { .. }) => Entry::Toggle(None),
            (Mode::Edit, Kind::Secret | Kind::Projects) => field.default.clone(),
            (Mode::Edit, _) => Entry::from(""),
        }
    }

    /// The body of a request that creates: every field that is shown, with defaults, without empty texts.
    pub fn body(&self, values: &Values) -> Object {
        self.fields()
            .filter(|field| field.on_wire && field.is_shown(values))
            .filter_map(|field| {
                let value = field.write(values.get(&field.key)?)?;
                (value != Value::String(String::new())).then(|| (field.key.to_string(), value))
            })
            .collect()
    }

    /// The body of a request that changes `before` into `after`: only what differs. A text that was emptied is sent as
    /// `""`, unless the server cannot clear it.
    pub fn patch(&self, before: &Values, after: &Values) -> Object {
        self.fields()
            .filter(|field| {
                self.differs(field, before, after) && self.emptied(field, before, after).is_none()
            })
            .filter_map(|field| Some((field.key.to_string(), field.write(after.get(&field.key)?)?)))
            .collect()
    }
}
