//! The vendor's table: its header, and what its rows say.

use super::cells::{Cell, rows};
use super::columns::{Column, of, written};
use super::forms::Usual;
use super::place::{Fault, Place};
use super::row::{Contents, Given, Row};
use serde_json::Value;

/// Reads a text with tabs between its cells.
///
/// # Errors
/// What is wrong with its structure, in the order of the file.
pub(super) async fn read(text: &str, rest: &mut impl AsyncFnMut()) -> Result<Contents, Vec<Fault>> {
    let rows = rows(text).map_err(|fault| vec![fault])?;
    let mut rows = rows.into_iter();
    let header = rows.next().unwrap_or_default();
    let columns = header_of(&header)?;
    let mut faults = Vec::new();
    let mut contents = Contents { jira: String::new(), rows: Vec::new(), notes: Vec::new() };
    let mut repositories = 0;
    for cells in rows {
        let is_repository = cells
            .iter()
            .zip(&columns)
            .any(|(cell, column)| *column == Column::Parent && !cell.word().is_empty());
        if is_repository {
            repositories += 1;
        } else {
            contents.rows.extend(row(&cells, &columns, &mut faults));
        }
        rest().await;
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let not_read: Vec<String> = columns
        .iter()
        .filter_map(|column| match column {
            Column::NotRead(name) => Some(format!("“{name}”")),
            _ => None,
        })
        .collect();
    if !not_read.is_empty() {
        let are = if not_read.len() == 1 { "Column" } else { "Columns" };
        contents.notes.push(format!(
            "{are} not read, because no integration has such a setting: {}.",
            not_read.join(", ")
        ));
    }
    match repositories {
        0 => {}
        1 => contents.notes.push("One row is a repository of an integration and is not read.".to_owned()),
        many => {
            contents.notes.push(format!("{many} rows are repositories of integrations and are not read."))
        }
    }
    Ok(contents)
}

fn header_of(header: &[Cell]) -> Result<Vec<Column>, Vec<Fault>> {
    let known = written();
    let mut faults = Vec::new();
    let mut columns: Vec<Column> = Vec::new();
    for cell in header {
        match of(cell.word(), &known) {
            Ok(column) => {
                if column != Column::Nameless && columns.contains(&column) {
                    let sentence = format!("“{}” is a column twice. Remove one of them.", cell.word());
                    faults.push(Fault::new(cell.place, sentence));
                }
                columns.push(column);
            }
            Err(sentence) => faults.push(Fault::new(cell.place, sentence)),
        }
    }
    let place = header.first().map(|cell| cell.place).unwrap_or_default();
    // What stands in place of a header may hold a password: none of it is repeated.
    if columns.iter().all(|column| matches!(column, Column::Nameless | Column::NotRead(_))) {
        let sentence = "The first row has no column name that Patchbay knows. Add a header row, such as the one of an export.";
        return Err(vec![Fault::new(place, sentence)]);
    }
    if faults.is_empty() && !columns.contains(&Column::Id) && !columns.contains(&Column::Type) {
        faults.push(Fault::new(
            place,
            "The table has neither a column “id” nor a column “integrationType”. Add one.",
        ));
    }
    if faults.is_empty() { Ok(columns) } else { Err(faults) }
}

fn row(cells: &[Cell], columns: &[Column], faults: &mut Vec<Fault>) -> Option<Row> {
    let mut row = Row {
        place: cells.first().map(|cell| cell.place).unwrap_or_default(),
        id: None,
        kind: String::new(),
        disabled: None,
        given: Vec::new(),
        is_removed: false,
        is_of_table: true,
        is_without_projects: false,
        notes: Vec::new(),
    };
    let before = faults.len();
    for (at, cell) in cells.iter().enumerate() {
        let Some(column) = columns.get(at) else {
            if !cell.word().is_empty() {
                let sentence =
                    format!("The header has {} columns, and this is cell {}.", columns.len(), at + 1);
                faults.push(Fault::new(cell.place, sentence));
            }
            continue;
        };
        if cell.word().is_empty() {
            // Bulk Import doc: fields with blank entries are ignored.
            row.is_without_projects |= *column == Column::ProjectMapping;
        } else if let Err(sentence) = put(&mut row, column, cell) {
            faults.push(Fault::new(cell.place, sentence));
        }
    }
    (faults.len() == before).then_some(row)
}

/// Puts what a cell says into its row.
fn put(row: &mut Row, column: &Column, cell: &Cell) -> Result<(), String> {
    let text = cell.word();
    let mut give = |key: &str, value: Value| given(&mut row.given, key, cell.place, value);
    match column {
        Column::Id => {
            let takes = "“id” takes a whole number. Leave the cell empty for a new one.";
            row.id = Some(text.parse().map_err(|_| takes.to_owned())?);
        }
        Column::Type => text.clone_into(&mut row.kind),
        Column::Disabled => row.disabled = Some(toggle("disabled", text)?),
        Column::SslVerify => give("disableSslVerification", Value::Bool(!toggle("sslVerify", text)?)),
        Column::ProjectMapping if text.eq_ignore_ascii_case("all") => give("global", Value::Bool(true)),
        Column::ProjectMapping => {
            let ids = projects(text)?;
            // Editing doc: a list is equivalent to unchecking "Associate to All Projects".
            give("global", Value::Bool(false));
            give("projectMappingIds", ids);
        }
        Column::Delete if text.eq_ignore_ascii_case("delete") => row.is_removed = true,
        Column::Delete => return Err("“delete” takes the word delete, or nothing.".to_owned()),
        Column::Setting(key, Usual::Toggle) => give(key, Value::Bool(toggle(key, text)?)),
        Column::Setting(key, Usual::Number) => {
            let number: i64 =
                text.parse().map_err(|_| format!("“{key}” takes a whole number. Use digits only."))?;
            give(key, Value::from(number));
        }
        Column::Setting(key, Usual::Projects) => give(key, projects(text)?),
        Column::Setting(key, Usual::Text | Usual::Secret) => give(key, Value::from(cell.text.as_str())),
        Column::Nameless => return Err("This cell has no name in the header. Name its column.".to_owned()),
        Column::Parent | Column::NotRead(_) => {}
    }
    Ok(())
}

fn given(all: &mut Vec<Given>, key: &str, place: Place, value: Value) {
    all.push(Given { key: key.to_owned(), place, value });
}

fn toggle(name: &str, text: &str) -> Result<bool, String> {
    match text {
        _ if text.eq_ignore_ascii_case("true") => Ok(true),
        _ if text.eq_ignore_ascii_case("false") => Ok(false),
        _ => Err(format!("“{name}” takes TRUE or FALSE.")),
    }
}

/// Numbers and keys with commas between them.
fn projects(text: &str) -> Result<Value, String> {
    let takes =
        "“projectMapping” takes ALL, or numbers of projects with commas between them, such as 10000,10100.";
    let is_key = |part: &str| {
        part.starts_with(|c: char| c.is_alphabetic())
            && part.chars().all(|c| c.is_alphanumeric() || c == '_')
            && !part.eq_ignore_ascii_case("all")
    };
    let one = |part: &str| match part.parse::<u64>() {
        Ok(id) => Ok(Value::from(id)),
        Err(_) if is_key(part) => Ok(Value::from(part)),
        Err(_) => Err(takes.to_owned()),
    };
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(one).collect()
}
