//! The rows of a list compared in the columns that anything is asked of: which there are, and in which order.

use super::asked::{Asked, INDEXED, NAME, PROJECTS, STATUS, TYPE};
use super::settings::Settings;
use super::texts::{NONE, NOT_REPORTED, Texts};
use crate::browser::collate;
use crate::pages::jira::listing::{order, sorted};
use crate::route::Sort;
use crate::store::Row;
use patchbay_model::Project;
use patchbay_model::text::{NAME as LONGEST, short};
use std::collections::HashMap;
use std::sync::Arc;

/// The texts of columns by their keys, with the place of each text. Equal only to itself: so nothing is compared that was
/// just made.
#[derive(Clone)]
pub struct Compared(Arc<HashMap<String, (Texts, Vec<u32>)>>);

impl PartialEq for Compared {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Compared {
    /// The texts of these columns. Without `settings` those of the usual columns only.
    pub fn of(keys: &[String], rows: &[Row], settings: Option<&Settings>, projects: &[Project]) -> Self {
        let column = |key: &String| {
            let texts = match key.as_str() {
                NAME => return None,
                TYPE | STATUS | PROJECTS | INDEXED => {
                    Texts::of(rows.iter().map(|row| usual(row, key, projects)))
                }
                key => settings?.column(key, rows)?,
            };
            let ranks = texts.ranks(&|names| collate::order(names));
            Some((key.clone(), (texts, ranks)))
        };
        Self(Arc::new(keys.iter().filter_map(column).collect()))
    }

    /// The texts of a column; `None` while its settings are being read.
    pub fn texts(&self, key: &str) -> Option<&Texts> {
        self.0.get(key).map(|(texts, _)| texts)
    }

    /// The place of each text of a column.
    pub fn ranks(&self, key: &str) -> Option<&[u32]> {
        self.0.get(key).map(|(_, ranks)| ranks.as_slice())
    }

    /// All rows that no facet of a column leaves out, in the order that is asked for. `None` where that is all of them in
    /// the order of a usual column: `by` which, and whether the other way round.
    pub fn order(&self, asked: &Asked, rows: &[Row], by: (Sort, bool)) -> Option<Vec<usize>> {
        let mut all = match (self.ranks(&asked.sort), self.texts(&asked.sort)) {
            (Some(ranks), Some(texts)) if !matches!(&*asked.sort, TYPE | STATUS | INDEXED) => {
                by_rank(rows, texts, ranks, asked.descending)
            }
            _ if asked.facets.is_empty() => return None,
            _ => order(rows, by.0, by.1),
        };
        let facets = self.narrowed(asked, None);
        all.retain(|row| facets.iter().all(|facet| facet.keeps(*row)));
        Some(all)
    }

    /// The facets of columns but one.
    pub fn narrowed(&self, asked: &Asked, but: Option<&str>) -> Vec<Narrowed> {
        let facets =
            asked.facets.iter().filter(|(key, values)| Some(key.as_str()) != but && !values.is_empty());
        let narrowed = |(key, values): &(String, Vec<String>)| {
            let distinct = &self.texts(key)?.distinct;
            let kept = distinct.iter().map(|text| values.contains(text)).collect();
            Some(Narrowed { compared: self.clone(), key: key.clone(), kept })
        };
        facets.filter_map(narrowed).collect()
    }
}

/// The values that a column is narrowed to.
pub struct Narrowed {
    compared: Compared,
    key: String,
    /// For each text, whether its rows stay.
    kept: Vec<bool>,
}

impl Narrowed {
    /// Whether the row stays.
    pub fn keeps(&self, row: usize) -> bool {
        let text = self.compared.texts(&self.key).and_then(|texts| texts.of_row.get(row));
        text.and_then(|text| self.kept.get(*text as usize)).is_some_and(|kept| *kept)
    }
}

/// What a usual column says, as far as rows are compared by it.
fn usual(row: &Row, key: &str, projects: &[Project]) -> String {
    let integration = &row.integration;
    match key {
        TYPE => short(integration.kind.label(), LONGEST),
        STATUS => row.status().to_owned(),
        INDEXED => integration.indexed_at().map_or_else(String::new, |at| at.to_string()),
        _ if integration.is_global() == Some(true) => "All projects".to_owned(),
        _ if integration.is_global().is_none() && row.projects().is_empty() => NOT_REPORTED.to_owned(),
        _ if row.projects().is_empty() => NONE.to_owned(),
        _ => {
            let keys = row.projects().iter().map(|id| Project::key_of(projects, *id));
            keys.collect::<Vec<_>>().join(", ")
        }
    }
}

/// The indexes of the rows by their texts in a column, those without the setting last either way.
fn by_rank(rows: &[Row], texts: &Texts, ranks: &[u32], descending: bool) -> Vec<usize> {
    let rank = |at: usize| texts.of_row.get(at).and_then(|text| ranks.get(*text as usize)).copied();
    sorted(rows.len(), &|one, other| {
        let (left, right) = (rank(one), rank(other));
        let last = |rank: Option<u32>| rank.is_none_or(|rank| rank >= u32::MAX - 1);
        let by_place = || (rows[one].place, rows[one].id()).cmp(&(rows[other].place, rows[other].id()));
        let either =
            if descending && !last(left) && !last(right) { right.cmp(&left) } else { left.cmp(&right) };
        either.then_with(by_place)
    })
}
