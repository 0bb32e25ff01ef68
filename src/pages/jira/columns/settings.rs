//! All settings of all integrations, read when a column needs one: as texts, each once.

use super::texts::{NONE, NOT_HELD, NOT_REPORTED, Texts};
use crate::api::{Error, Server, jira};
use crate::store::Row;
use patchbay_model::form::Field;
use patchbay_model::gij::{Cell, Integration, cell, columns, columns_of};
use patchbay_model::text::pasted::without_credentials;
use std::collections::HashMap;
use std::sync::Arc;

/// The settings of all integrations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The place of each row in the columns, by its key.
    places: HashMap<u64, usize>,
    columns: Vec<(Field, Texts)>,
}

impl Settings {
    /// Takes them from the whole list.
    pub fn of(list: &[Integration]) -> Self {
        let mut seen: HashMap<u64, u32> = HashMap::with_capacity(list.len());
        let mut places = HashMap::with_capacity(list.len());
        let mut held: HashMap<&str, Vec<String>> = HashMap::new();
        for (place, integration) in list.iter().enumerate() {
            let nth = seen.entry(integration.id).or_default();
            places.insert(Row::key_of(integration.id, *nth), place);
            *nth += 1;
            held.entry(integration.kind.name()).or_insert_with(|| columns_of(&integration.kind));
        }
        let texts = |field: &Field| {
            Texts::of(list.iter().map(|integration| {
                let held = held.get(integration.kind.name()).map_or(&[][..], Vec::as_slice);
                text(cell(field, integration, held))
            }))
        };
        let columns = columns().into_iter().map(|field| (texts(&field), field));
        Self { places, columns: columns.map(|(texts, field)| (field, texts)).collect() }
    }

    /// The column of a setting for these rows; `None` if there is no such setting.
    pub fn column(&self, key: &str, rows: &[Row]) -> Option<Texts> {
        let (_, texts) = self.columns.iter().find(|(field, _)| field.key == key)?;
        let mut distinct = texts.distinct.clone();
        // A row that was added since has none of them.
        let unread = distinct.len() as u32;
        distinct.push(NOT_REPORTED.to_owned());
        let index = |row: &Row| {
            let place = self.places.get(&row.key());
            place.and_then(|place| texts.of_row.get(*place)).copied().unwrap_or(unread)
        };
        Some(Texts { distinct, of_row: rows.iter().map(index).collect() })
    }
}

/// What goes into the address has no password in it.
fn text(cell: Cell) -> String {
    match cell {
        Cell::NotHeld => NOT_HELD.to_owned(),
        Cell::NotReported => NOT_REPORTED.to_owned(),
        Cell::Is(text) if text.is_empty() => NONE.to_owned(),
        Cell::Is(text) => without_credentials(&text).unwrap_or(text),
    }
}

/// Reads them.
pub async fn read(jira: Server) -> Result<Arc<Settings>, Error> {
    let listed = jira::list(jira).await?;
    Ok(Arc::new(Settings::of(&listed.read)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use patchbay_model::gij::Brief;
    use serde_json::{Value, json};

    fn integration(settings: Value) -> Integration {
        let Value::Object(settings) = settings else { unreachable!() };
        Integration::read(settings).unwrap()
    }

    #[test]
    fn are_found_by_row_wherever_it_is_in_the_list() {
        let list = [
            json!({"id": 1, "type": "GITHUB", "smartCommitsEnabled": true, "apiFilter": ""}),
            json!({"id": 2, "type": "SSH", "smartCommitsEnabled": false}),
            json!({"id": 3, "type": "GITHUB", "origin": "https://u:s3cret@h"}),
        ]
        .map(integration);
        let settings = Settings::of(&list);
        let mut rows: Vec<Row> = list.iter().rev().map(Brief::of).map(Row::new).collect();
        rows.push(Row::new(Brief::of(&integration(json!({"id": 4})))));
        let says = |key: &str| {
            let column = settings.column(key, &rows)?;
            Some((0..rows.len()).map(|row| column.text(row).to_owned()).collect::<Vec<_>>())
        };
        let words = |words: [&str; 4]| Some(words.map(str::to_owned).to_vec());
        assert_eq!(says("smartCommitsEnabled"), words([NOT_REPORTED, "off", "on", NOT_REPORTED]));
        assert_eq!(says("apiFilter"), words([NONE, NOT_HELD, NONE, NOT_REPORTED]));
        assert_eq!(says("origin"), words(["https://h", NONE, NONE, NOT_REPORTED]));
        assert_eq!(says("nothing"), None);
    }

    #[test]
    fn those_of_twins_are_told_apart() {
        let list = [json!({"id": 1, "global": true}), json!({"id": 1, "global": false})].map(integration);
        let settings = Settings::of(&list);
        let mut rows: Vec<Row> = list.iter().map(Brief::of).map(Row::new).collect();
        rows[1].nth = 1;
        let column = settings.column("global", &rows).unwrap();
        assert_eq!((column.text(0), column.text(1)), ("on", "off"));
    }
}
