//! Every setting of the twelve types as a column of a list, from the same fields that make the forms.

use super::brief::{each, id_of, json, text};
use super::fields::AUTH;
use super::integration::{Integration, type_of};
use super::integration_type::IntegrationType;
use super::schema::schema;
use crate::form::{Entry, Field, Kind, Mode, Section, read_entry};
use crate::object::Object;
use crate::text::refspec;
use serde_json::Value;
use std::collections::HashMap;

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
    cell_of(field, integration.settings.get(&*field.key), held)
}

fn cell_of(field: &Field, value: Option<&Value>, held: &[String]) -> Cell {
    let value = value.filter(|value| !value.is_null());
    let Some(value) = value else {
        let is_held = held.iter().any(|key| *key == field.key);
        return match field.kind {
            _ if !is_held => Cell::NotHeld,
            // A switch that is not reported may be on, and a number may be any.
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
            Cell::Is(value.to_string())
        }
    }
}

/// The columns of many integrations, each text once.
pub struct Cells {
    /// The ids of the integrations in their order.
    pub ids: Vec<u64>,
    /// For each column its different cells, and for each integration the index of its cell.
    pub columns: Vec<(Vec<Cell>, Vec<u32>)>,
}

/// Reads these columns of the usual response to "Retrieve Integration List", without making a tree of it: a value that
/// many have is read once. `None` for whatever is out of the ordinary, such as a value that may hold a secret.
pub fn cells(answer: &str, fields: &[Field]) -> Option<Cells> {
    let mut names = vec!["id", "integrationType", "type"];
    names.extend(fields.iter().map(|field| &*field.key));
    let mut cells = Cells { ids: Vec::new(), columns: vec![(Vec::new(), Vec::new()); fields.len()] };
    let mut types: Vec<(String, Vec<String>)> = Vec::new();
    let mut known: Vec<HashMap<(usize, &str), u32>> = vec![HashMap::new(); fields.len()];
    each(answer, &mut |scan| {
        let mut written = vec![""; names.len()];
        scan.pick(&names, &mut written)?;
        let (own, settings) = written.split_first_chunk::<3>()?;
        cells.ids.push(id_of(own[0])?);
        let kind = type_of([&*text(own[1])?, &*text(own[2])?]);
        let of_type = types.iter().position(|(name, _)| name == kind.name()).unwrap_or_else(|| {
            types.push((kind.name().to_owned(), columns_of(&kind)));
            types.len() - 1
        });
        for (((field, written), (cells, of)), known) in
            fields.iter().zip(settings).zip(&mut cells.columns).zip(&mut known)
        {
            let index = match known.get(&(of_type, *written)) {
                Some(index) => *index,
                None => {
                    let value = json(written)?;
                    if matches!(value, Value::Array(_) | Value::Object(_)) {
                        return None;
                    }
                    let cell = cell_of(field, Some(&value), &types.get(of_type)?.1);
                    cells.push(cell);
                    let index = cells.len() as u32 - 1;
                    known.insert((of_type, *written), index);
                    index
                }
            };
            of.push(index);
        }
        Some(())
    })?;
    Some(cells)
}
