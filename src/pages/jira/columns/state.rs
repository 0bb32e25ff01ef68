//! What the menu of columns, their facets and their table share: what is asked for, the settings that were read, and the
//! texts of the columns.

use super::asked::{Asked, USUAL};
use super::compared::Compared;
use super::settings::{self, Settings};
use super::texts::Agreement;
use crate::api::{Loaded, Server};
use crate::browser::clock;
use crate::browser::effect::effect;
use crate::browser::reactive::memo;
use crate::pages::jira::list_view::ListView;
use crate::pages::jira::listing::{Filter, sorted};
use crate::pages::jira::pick::Shown;
use crate::route::{ListQuery, Sort};
use crate::store::Row;
use leptos::prelude::*;
use patchbay_model::Project;
use patchbay_model::form::Kind;
use patchbay_model::gij::columns;
use std::cell::{Cell, RefCell};
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
        let all = StoredValue::new(every());
        let asked = memo(move || {
            let mut asked = Asked::of(&query.read());
            all.with_value(|all| {
                let find = |key: &str| all.iter().find(|column| column.key == key);
                asked.keep(&|key| find(key).is_some(), &|key| {
                    find(key).is_some_and(|column| column.is_setting)
                });
            });
            asked
        });
        let by = memo(move || (query.read().sort, query.read().descending));
        let settings = Loaded::<Arc<Settings>>::new();
        let keys = memo(move || {
            let mut keys: Vec<String> = asked.read().keys().map(str::to_owned).collect();
            keys.sort_unstable();
            keys.dedup();
            keys
        });
        read_when_needed(list, all, keys, settings);
        let compared = memo(move || {
            let projects = inventory.known_projects();
            Compared::of(&keys.read(), &inventory.rows(), settings.get().as_deref(), &projects)
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
        // It goes before its page does when the list becomes empty.
        on_cleanup(|| STATE.set(None));
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

    /// How many rows would be shown with each text of a column, whatever its own facet leaves out; followed.
    pub fn counts(self, key: &str) -> Vec<(String, usize)> {
        let (asked, compared, query) = (self.asked.get(), self.compared.read(), self.list.query.read());
        let (Some(texts), Some(ranks)) = (compared.texts(key), compared.ranks(key)) else {
            return Vec::new();
        };
        let rows = self.list.context.inventory.rows();
        let (filter, facets) = (Filter::new(&query, clock::now()), compared.narrowed(&asked, Some(key)));
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

/// Which rows of the page that is drawn there are, as indexes in the order that columns ask for; `None` where they do not.
pub fn order_of_page() -> Option<Vec<usize>> {
    let state = STATE.get()?;
    let rows = state.list.context.inventory.rows();
    state.compared.read().order(&state.asked.read(), &rows, state.by.get())
}

/// The same for a list as it was left, on another page; as far as its settings are still known.
pub fn order_as_left(
    jira: Server,
    query: &ListQuery,
    rows: &[Row],
    projects: &[Project],
) -> Option<Vec<usize>> {
    let asked = Asked::of(query);
    let keys: Vec<String> = asked.keys().map(str::to_owned).collect();
    let kept = KEPT.with_borrow(|kept| kept.clone()).filter(|(of, ..)| *of == jira);
    let settings = kept.map(|(.., settings)| settings);
    let compared = Compared::of(&keys, rows, settings.as_deref(), projects);
    compared.order(&asked, rows, (query.sort, query.descending))
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
