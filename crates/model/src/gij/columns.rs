//! Every setting of the twelve types as a column of a list, from the same fields that make the forms.

use super::fields::AUTH;
use super::integration::Integration;
use super::integration_type::IntegrationType;
use super::schema::schema;
use crate::form::{Entry, Field, Kind, Mode, Section, read_entry};
use crate::object::Object;
use crate::text::refspec;
use serde_json::Value;

/// What a column says of one integration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Its type has no such setting, and Jira reports none.
    NotHeld,
    /// Jira does not report it. A text that it does not report is empty.
    NotReported,
    /// The text of the form; `on` or `off` for a toggle. May be empty.
    Is(String),
}

/// The settings that can be a column: those that Jira reports of any of the twelve types and that no usual column shows,
/// each once, in the order of the forms. Never a secret.
pub fn columns() -> Vec<Field> {
    let forms: Vec<Vec<Section>> = IntegrationType::all().map(|spec| sections(spec.name)).collect();
    let mut columns: Vec<Field> = Vec::new();
    for section in 0..forms.first().map_or(0, Vec::len) {
        for field in forms.iter().filter_map(|form| form.get(section)).flat_map(|section| &section.fields) {
            let is_known = columns.iter().any(|column| column.key == field.key);
            if !is_known && is_column(field) {
                columns.push(field.clone());
            }
        }
    }
    columns
}

fn is_column(field: &Field) -> bool {
    // Jira reports nothing of how an integration signs in. The name is in every row, the projects have a column.
    let is_reported = field.on_wire && field.shown.is_none_or(|shown| shown.when != AUTH);
    is_reported && !matches!(field.kind, Kind::Secret | Kind::Projects) && field.key != "displayName"
}

fn sections(name: &str) -> Vec<Section> {
    schema(&IntegrationType::parse(name), Mode::Edit, &Object::new()).sections
}

/// The columns that integrations of this type have, by their keys; none for a type that is not one of the twelve.
pub fn columns_of(kind: &IntegrationType) -> Vec<String> {
    let fields = sections(kind.name()).into_iter().flat_map(|section| section.fields);
    fields.map(|field| field.key.into_owned()).collect()
}

/// What the column of this field says of an integration, whose type has these columns.
pub fn cell(field: &Field, integration: &Integration, held: &[String]) -> Cell {
    let value = integration.settings.get(&*field.key).filter(|value| !value.is_null());
    let Some(value) = value else {
        let is_held = held.iter().any(|key| *key == field.key);
        return match field.kind {
            _ if !is_held => Cell::NotHeld,
            // Nobody knows what it is then.
            Kind::Toggle { .. } | Kind::Integer { .. } => Cell::NotReported,
            _ => Cell::Is(String::new()),
        };
    };
    match (read_entry(&field.kind, value), &field.kind) {
        (Some(Entry::Text(text)), Kind::Refspecs) => Cell::Is(refspec::in_one_line(&text)),
        (Some(Entry::Text(text)), _) => Cell::Is(text.trim().to_owned()),
        (Some(Entry::Toggle(Some(on))), _) => Cell::Is(if on { "on" } else { "off" }.to_owned()),
        // Something else than the documents say: as it is.
        (Some(Entry::Toggle(None) | Entry::Secret(_) | Entry::Projects(_)) | None, _) => {
            Cell::Is(as_it_is(value))
        }
    }
}

fn as_it_is(value: &Value) -> String {
    value.to_string()
}
