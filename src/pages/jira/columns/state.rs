//! What the menu of columns, their facets and their table share: what is asked for, the settings that were read, and the
//! texts of the columns.

use super::asked::{Asked, INDEXED, NAME, PROJECTS, STATUS, TYPE, USUAL};
use super::compared::{Agreement, NONE, NOT_REPORTED, Texts};
use super::settings::{self, Settings};
use crate::api::{Loaded, Server};
use crate::browser::effect::effect;
use crate::browser::reactive::memo;
use crate::browser::{clock, collate};
use crate::pages::jira::list_view::ListView;
use crate::pages::jira::listing::{Filter, order, sorted};
use crate::pages::jira::pick::Shown;
use crate::route::Sort;
use crate::store::Row;
use leptos::prelude::*;
use patchbay_model::Project;
use patchbay_model::form::Kind;
use patchbay_model::gij::columns;
use patchbay_model::text::{NAME as LONGEST, short};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::Arc;

/// A column that there can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it is called in addresses.
    pub key: String,
    /// What people read.
    pub label: String,
    /// Whether it is written in letters of equal width.
    pub is_code: bool,
    /// Whether it is a setting, and none of the usual columns.
    pub is_setting: bool,
}

/// The texts of columns by their keys. Equal only to itself: so nothing is compared that was just made.
#[derive(Clone)]
pub struct Compared(Arc<HashMap<String, (Texts, Vec<u32>)>>);

impl PartialEq for Compared {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Compared {
    /// The texts of a column; `None` while its settings are being read.
    pub fn texts(&self, key: &str) -> Option<&Texts> {
        self.0.get(key).map(|(texts, _)| texts)
    }

    /// The place of each text of a column.
    pub fn ranks(&self, key: &str) -> Option<&[u32]> {
        self.0.get(key).map(|(_, ranks)| ranks.as_slice())
    }
}

/// Copies are the same.
#[derive(Clone, Copy)]
pub struct State {
    /// The list.
    pub list: ListView,
    /// What the address asks for.
    pub asked: Memo<Asked>,
    /// The usual column that it is sorted by, and whether the other way round.
    by: Memo<(Sort, bool)>,
    /// All columns that there can be.
    pub all: StoredValue<Vec<Column>>,
    /// The settings of all integrations.
    pub settings: Loaded<Arc<Settings>>,
    /// The texts of the columns that anything is asked of.
    pub compared: Memo<Compared>,
    /// What the rows that are shown have in common, by column; empty unless only what differs is asked for.
    pub agreements: Memo<Vec<(String, Agreement)>>,
}

thread_local! {
    /// What was read last: of which Jira, with which reading of its list, so that going back shows it at once.
    static KEPT: RefCell<Option<(Server, f64, Arc<Settings>)>> = const { RefCell::new(None) };
    /// That of the page, for its table.
    static STATE: Cell<Option<State>> = const { Cell::new(None) };
}

impl State {
    /// That of a page, which reads the settings whenever they are needed.
    pub fn new(list: ListView, shown: Shown) -> Self {
        let (inventory, query) = (list.context.inventory, list.query);
        let asked = memo(move || Asked::of(&query.read()));
        let by = memo(move || (query.read().sort, query.read().descending));
        let all = StoredValue::new(every());
        let settings = Loaded::<Arc<Settings>>::new();
        let keys = memo(move || {
            let mut keys: Vec<String> = asked.read().keys().map(str::to_owned).collect();
            keys.sort_unstable();
            keys.dedup();
            keys
        });
        read_when_needed(list, all, keys, settings);
        // Texts of the usual columns are needed to compare and to sort by projects only; the table shows their own.
        let compared = memo(move || {
            let (rows, settings) = (inventory.rows(), settings.get());
            let column = |key: &String| {
                let texts = match key.as_str() {
                    NAME => return None,
                    TYPE | STATUS | PROJECTS | INDEXED => {
                        let projects = inventory.known_projects();
                        Texts::of(rows.iter().map(|row| usual(row, key, &projects)))
                    }
                    key => settings.as_ref()?.column(key, &rows)?,
                };
                let ranks = texts.ranks(&|names| collate::order(names));
                Some((key.clone(), (texts, ranks)))
            };
            Compared(Arc::new(keys.read().iter().filter_map(column).collect()))
        });
        let agreements = memo(move || {
            let asked = asked.read();
            let (compared, shown) = (compared.get(), shown.get());
            let columns = asked.columns.iter().filter(|_| asked.only_differing);
            let agreement = |key: &String| Some((key.clone(), compared.texts(key)?.agreement(&shown)));
            columns.filter_map(agreement).collect()
        });
        let state = Self { list, asked, by, all, settings, compared, agreements };
        STATE.set(Some(state));
        list.is_ordered.set(true);
        state
    }

    /// That of the page that is being drawn; followed.
    pub fn of_page(list: ListView) -> Option<Self> {
        if list.is_ordered.get() { STATE.get() } else { None }
    }

    /// Asks for something else.
    pub fn change(self, change: impl FnOnce(&mut Asked)) {
        let mut asked = self.asked.get_untracked();
        change(&mut asked);
        self.list.set.run(asked.put(self.list.query.get_untracked()));
    }

    /// The column with this key.
    pub fn column(self, key: &str) -> Option<Column> {
        self.all.with_value(|all| all.iter().find(|column| column.key == key).cloned())
    }

    /// All rows that no facet of a column leaves out, in the order that is asked for. `None` where that is all of them in
    /// the order of a usual column.
    fn order(self) -> Option<Vec<usize>> {
        let (asked, compared) = (self.asked.read(), self.compared.read());
        let rows = self.list.context.inventory.rows();
        let mut all = match (compared.ranks(&asked.sort), compared.texts(&asked.sort)) {
            (Some(ranks), Some(texts)) if !matches!(&*asked.sort, TYPE | STATUS | INDEXED) => {
                by_rank(&rows, texts, ranks, asked.descending)
            }
            _ if asked.facets.is_empty() => return None,
            _ => {
                let (sort, descending) = self.by.get();
                order(&rows, sort, descending)
            }
        };
        let facets = self.narrowed(&asked, None);
        all.retain(|row| facets.iter().all(|facet| facet.keeps(*row)));
        Some(all)
    }

    /// The facets of columns but one.
    pub fn narrowed(self, asked: &Asked, but: Option<&str>) -> Vec<Narrowed> {
        let compared = self.compared.get();
        let facets =
            asked.facets.iter().filter(|(key, values)| Some(key.as_str()) != but && !values.is_empty());
        let narrowed = |(key, values): &(String, Vec<String>)| {
            let distinct = &compared.texts(key)?.distinct;
            let kept = distinct.iter().map(|text| values.contains(text)).collect();
            Some(Narrowed { compared: compared.clone(), key: key.clone(), kept })
        };
        facets.filter_map(narrowed).collect()
    }

    /// How many rows would be shown with each text of a column, whatever its own facet leaves out; followed.
    pub fn counts(self, key: &str) -> Vec<(String, usize)> {
        let (asked, compared, query) = (self.asked.get(), self.compared.get(), self.list.query.read());
        let (Some(texts), Some(ranks)) = (compared.texts(key), compared.ranks(key)) else {
            return Vec::new();
        };
        let rows = self.list.context.inventory.rows();
        let (filter, facets) = (Filter::new(&query, clock::now()), self.narrowed(&asked, Some(key)));
        let mut counts = vec![(0, false); texts.distinct.len()];
        for (at, row) in rows.iter().enumerate() {
            let text = texts.of_row.get(at).and_then(|text| counts.get_mut(*text as usize));
            let Some((count, is_there)) = text else { continue };
            *is_there = true;
            *count += usize::from(filter.keeps(row) && facets.iter().all(|facet| facet.keeps(at)));
        }
        let in_order = sorted(counts.len(), &|one, other| ranks[one].cmp(&ranks[other]));
        let there = in_order.into_iter().filter(|text| counts[*text].1);
        there.map(|text| (texts.distinct[text].clone(), counts[text].0)).collect()
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

/// Which rows of the page that is drawn there are, as indexes in the order that columns ask for; `None` where they do not.
pub fn order_of_page() -> Option<Vec<usize>> {
    STATE.get().and_then(State::order)
}

/// Reads the settings when a column needs them, and again with the list.
fn read_when_needed(
    list: ListView,
    all: StoredValue<Vec<Column>>,
    keys: Memo<Vec<String>>,
    settings: Loaded<Arc<Settings>>,
) {
    let (server, inventory) = (list.context.session.server, list.context.inventory);
    let is_setting = move |key: &String| {
        all.with_value(|all| all.iter().any(|column| column.key == *key && column.is_setting))
    };
    let needed = memo(move || keys.read().iter().any(is_setting));
    let mut last = None;
    effect(move || {
        let at = inventory.list.read_at();
        if !needed.get() || last == at {
            return;
        }
        let kept = KEPT.with_borrow(|kept| kept.clone());
        match kept.filter(|(of, kept, _)| *of == server && Some(*kept) == at) {
            // Somebody came back to the list, which is being read again.
            Some((.., kept)) => settings.set(kept),
            None => settings.load(move || settings::read(server)),
        }
        last = at;
    });
    effect(move || {
        if let (Some(settings), Some(at)) = (settings.get(), untrack(|| inventory.list.read_at())) {
            KEPT.set(Some((server, at, settings)));
        }
    });
}

/// The usual columns, then all settings.
fn every() -> Vec<Column> {
    let usual = USUAL.into_iter().zip(["Type", "Status", "Projects", "Last indexed"]);
    let usual = usual.map(|(key, label)| Column {
        key: key.to_owned(),
        label: label.to_owned(),
        is_code: false,
        is_setting: false,
    });
    let settings = columns().into_iter().map(|field| Column {
        is_code: matches!(field.kind, Kind::Query { .. } | Kind::Pattern { .. } | Kind::Refspecs),
        key: field.key.into_owned(),
        label: field.label.into_owned(),
        is_setting: true,
    });
    usual.chain(settings).collect()
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
