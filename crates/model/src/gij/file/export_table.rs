//! Integrations as the vendor's table, for "Bulk change" and for spreadsheets.

use super::cells;
use super::columns::{Column, written};
use super::entry::exported;
use super::export::ordered;
use super::forms::Forms;
use super::place::Place;
use super::row::{Given, check};
use crate::gij::integration::Integration;
use crate::slices::{go_on, in_one_go};
use serde_json::Value;

/// A text with tabs between its cells: a column for each setting that one of these integrations has, and never one for
/// secrets. A cell is empty where Jira reports nothing, and where a cell cannot hold the value.
pub fn export_tsv(integrations: &[Integration]) -> String {
    in_one_go(export_tsv_in_slices(integrations, &mut go_on)).unwrap_or_default()
}

/// The same, with rests between the integrations.
pub async fn export_tsv_in_slices(integrations: &[Integration], rest: &mut impl AsyncFnMut()) -> String {
    let mut forms = Forms::default();
    let columns = written();
    let mut rows: Vec<Vec<String>> = Vec::with_capacity(integrations.len());
    for one in ordered(integrations) {
        let settings = exported(one, &forms.of(one)).settings;
        rows.push(columns.iter().map(|(_, column)| cell(one, &settings, column)).collect());
        rest().await;
    }
    let has = |at: usize, column: &Column| match column {
        Column::Id | Column::Type | Column::Disabled => true,
        _ => rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty())),
    };
    let used: Vec<usize> =
        columns.iter().enumerate().filter(|(at, (_, column))| has(*at, column)).map(|(at, _)| at).collect();
    let header: Vec<&str> = used.iter().map(|at| columns[*at].0.as_str()).collect();
    let mut text = header.join("\t") + "\n";
    for row in &rows {
        let cells: Vec<String> = used.iter().map(|at| cells::written(&row[*at])).collect();
        text.push_str(&cells.join("\t"));
        text.push('\n');
        rest().await;
    }
    text
}

fn cell(one: &Integration, settings: &[(String, Value)], column: &Column) -> String {
    let find = |key: &str| settings.iter().find(|(name, _)| name == key).map(|(_, value)| value);
    let toggle = |key: &str| find(key).and_then(Value::as_bool);
    match column {
        Column::Id => one.id.to_string(),
        Column::Type => one.kind.name().to_owned(),
        Column::Disabled => one.is_disabled().to_string(),
        Column::SslVerify => {
            toggle("disableSslVerification").map_or_else(String::new, |off| (!off).to_string())
        }
        Column::ProjectMapping => match (toggle("global"), find("projectMappingIds")) {
            (Some(true), _) => "ALL".to_owned(),
            (Some(false), Some(Value::Array(ids))) => {
                ids.iter().map(Value::to_string).collect::<Vec<_>>().join(",")
            }
            _ => String::new(),
        },
        Column::Setting(key, usual) => {
            let given =
                |value: &Value| Given { key: key.clone(), place: Place::default(), value: value.clone() };
            // The form of an unknown type may have something else under this key.
            match find(key).filter(|value| check(*usual, &given(value)).is_ok()) {
                Some(Value::String(text)) => text.clone(),
                Some(value @ (Value::Bool(_) | Value::Number(_))) => value.to_string(),
                _ => String::new(),
            }
        }
        Column::Delete | Column::Parent | Column::NotRead(_) | Column::Nameless => String::new(),
    }
}
