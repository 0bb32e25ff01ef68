//! All settings of all integrations, read when a column needs one: as texts, each once.

use super::texts::{NONE, NOT_HELD, NOT_REPORTED, Texts};
use crate::api::{Error, Server, jira};
use crate::store::Row;
use patchbay_model::form::Field;
use patchbay_model::gij::{Cell, Cells, Integration, cell, cells, columns, columns_of};
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
    /// Takes them from the usual answer; `None` if it is not the usual one.
    pub fn read(answer: &str) -> Option<Self> {
        let fields = columns();
        let Cells { ids, columns } = cells(answer, &fields)?;
        let texts = |(cells, of): (Vec<Cell>, Vec<u32>)| Texts::of_few(cells.into_iter().map(text), of);
        let columns = fields.into_iter().zip(columns.into_iter().map(texts)).collect();
        Some(Self { places: places(ids.into_iter()), columns })
    }

    /// Takes them from the whole list.
    pub fn of(list: &[Integration]) -> Self {
        let mut held: HashMap<&str, Vec<String>> = HashMap::new();
        for integration in list {
            held.entry(integration.kind.name()).or_insert_with(|| columns_of(&integration.kind));
        }
        let texts = |field: &Field| {
            Texts::of(list.iter().map(|integration| {
                let held = held.get(integration.kind.name()).map_or(&[][..], Vec::as_slice);
                text(cell(field, integration, held))
            }))
        };
        let columns = columns().into_iter().map(|field| (texts(&field), field));
        let columns = columns.map(|(texts, field)| (field, texts)).collect();
        Self { places: places(list.iter().map(|integration| integration.id)), columns }
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

/// The place of each row, by its key.
fn places(ids: impl Iterator<Item = u64>) -> HashMap<u64, usize> {
    let mut seen: HashMap<u64, u32> = HashMap::new();
    let mut places = HashMap::new();
    for (place, id) in ids.enumerate() {
        let nth = seen.entry(id).or_default();
        places.insert(Row::key_of(id, *nth), place);
        *nth += 1;
    }
    places
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
    let settings = match jira::list_with(jira, Settings::read).await? {
        Ok(settings) => settings,
        Err(listed) => Settings::of(&listed.read),
    };
    Ok(Arc::new(settings))
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
            json!({"id": 2, "type": "AWS", "smartCommitsEnabled": false}),
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
    fn the_quick_way_reads_the_same() {
        let list = json!([
            {"id": 1, "type": "GITHUB", "smartCommitsEnabled": true, "apiFilter": ""},
            {"id": 2, "type": "GITHUB", "smartCommitsEnabled": "true", "apiFilter": "[?a]"},
            {"id": 2, "type": "AWS", "origin": "https://u:s3cret@h"},
        ]);
        let settings = Settings::read(&list.to_string()).unwrap();
        let whole: Vec<Integration> = list.as_array().unwrap().iter().cloned().map(integration).collect();
        assert_eq!(settings.places, Settings::of(&whole).places);
        for ((field, texts), (_, expected)) in settings.columns.iter().zip(&Settings::of(&whole).columns) {
            let says = |texts: &Texts| (0..3).map(|row| texts.text(row).to_owned()).collect::<Vec<_>>();
            assert_eq!(says(texts), says(expected), "{}", field.key);
            let mut distinct = texts.distinct.clone();
            distinct.dedup();
            assert_eq!(distinct, texts.distinct, "{}", field.key);
        }
        assert_eq!(Settings::read("{}"), None);
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
