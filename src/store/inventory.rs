//! The integrations and projects of a Jira as last read. They outlive the pages, so that going back shows them at once.

use super::row::{Row, rank};
use super::selection::Selection;
use super::twins::tell_apart;
use crate::api::{Loaded, Server, jira};
use crate::browser::collate;
use crate::browser::effect::effect;
use crate::browser::reactive::memo;
use crate::ui::{Tone, toast};
use leptos::prelude::*;
use patchbay_model::gij::{Brief, Integration};
use patchbay_model::{Odd, Project};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How often, and how many times, the list is read again while something is being removed.
const REMOVAL_POLL: Duration = Duration::from_secs(4);
const REMOVAL_POLLS: u32 = 30;

/// Entries that could not be read.
#[derive(Default)]
pub struct Oddities {
    /// Of the list of integrations.
    pub integrations: Vec<Odd>,
    /// Of the list of projects.
    pub projects: Vec<Odd>,
}

/// What was read from one Jira; copies are the same.
#[derive(Clone, Copy)]
pub struct Inventory {
    jira: Server,
    /// The list: all integrations in the order in which Jira lists them.
    pub list: Loaded<Arc<Vec<Row>>>,
    /// No signal, which would be another type of one in the first file: it changes with what was read.
    odd: &'static Mutex<Oddities>,
    /// The first row of each integration, by its id.
    places: Memo<Arc<HashMap<u64, usize>>>,
    /// Jira's projects.
    pub projects: Loaded<Arc<Vec<Project>>>,
    /// Integrations that were changed before the list was read, as they are now.
    single: RwSignal<Vec<Row>>,
    /// Whether the list is being read, or was read, for a page that is not drawn yet.
    begun: StoredValue<bool>,
    /// Integrations that Jira was told to remove, but still lists: id and name.
    removing: RwSignal<Vec<(u64, String)>>,
    /// Integrations that are chosen; one that is gone leaves it.
    pub selection: Selection,
    /// How many need attention for another reason than when they were indexed, as far as it is known.
    pub concerns: RwSignal<Option<usize>>,
    /// Those whose last indexing had errors, as was last looked: the list does not say it.
    pub failed: StoredValue<Vec<u64>>,
}

impl Inventory {
    fn new(jira: Server) -> Self {
        let list = Loaded::<Arc<Vec<Row>>>::new();
        let places: Memo<Arc<HashMap<u64, usize>>> = memo(move || {
            let rows = list.get().unwrap_or_default();
            Arc::new(rows.iter().enumerate().rev().map(|(at, row)| (row.id(), at)).collect())
        });
        let (single, removing) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
        let odd = Box::leak(Box::default());
        let begun = StoredValue::new(false);
        let selection = Selection::new();
        effect(move || {
            // Where nothing is chosen, nothing needs the places.
            if selection.count() > 0 && list.is_read() {
                let places = places.get();
                selection.retain(&|id| places.contains_key(&id));
            }
        });
        let (concerns, failed) = (RwSignal::new(None), StoredValue::new(Vec::new()));
        let projects = Loaded::new();
        Self { jira, list, odd, places, projects, single, begun, removing, selection, concerns, failed }
    }

    /// Forgets everything, because somebody else may sign in.
    pub fn forget(self) {
        self.list.forget();
        self.projects.forget();
        self.single.set(Vec::new());
        self.begun.set_value(false);
        self.removing.set(Vec::new());
        self.selection.clear();
        self.concerns.set(None);
        self.failed.set_value(Vec::new());
    }

    /// Reads the list again, unless an answer is on its way; what is shown stays until the answer arrives.
    pub fn reload(self) {
        if !self.list.loading().get_untracked() {
            self.list.load(move || self.read());
        }
    }

    /// Reads the list before it is known who is signed in, so that both answers are waited for at once. Whose list it is
    /// turns out with the other answer: until then nothing shows it, and [`Inventory::forget`] drops it.
    pub fn begin(self) {
        self.begun.set_value(true);
        self.reload();
    }

    /// Reads the list for a page that is being drawn, unless [`Inventory::begin`] did.
    pub fn open(self) {
        if !self.begun.get_value() {
            self.reload();
        }
        self.begun.set_value(false);
    }

    /// Reads the projects, unless they were read already.
    pub fn load_projects(self) {
        if self.projects.get_untracked().is_none() {
            self.projects.load(move || async move {
                let listed = jira::projects(self.jira).await?;
                self.odd().projects = listed.odd;
                Ok(Arc::new(listed.read))
            });
        }
    }

    /// Jira's projects; none until they are read, or when they cannot be. Followed.
    pub fn known_projects(self) -> Arc<Vec<Project>> {
        self.projects.get().unwrap_or_default()
    }

    /// All integrations; none until the list is read. Followed.
    pub fn rows(self) -> Arc<Vec<Row>> {
        self.list.get().unwrap_or_default()
    }

    /// The row of an integration; followed.
    pub fn row(self, id: u64) -> Option<Row> {
        match self.places.read().get(&id) {
            Some(at) => self.list.with(|rows| rows?.get(*at).cloned()),
            None => self.single.read().iter().find(|row| row.id() == id).cloned(),
        }
    }

    /// What could not be read. Not followed: read [`Self::rows`] or the projects beside it.
    pub fn odd(self) -> MutexGuard<'static, Oddities> {
        self.odd.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether an integration could not be read, or is listed more than once; followed.
    pub fn has_oddities(self) -> bool {
        self.rows().iter().any(|row| row.of > 1) || !self.odd().integrations.is_empty()
    }

    /// The ids of all integrations that were read; `None` until the list is read.
    pub fn ids(self) -> Option<Vec<u64>> {
        self.list.get_untracked().map(|rows| rows.iter().map(Row::id).collect())
    }

    /// Puts one integration, freshly read, in the place of what was known of it.
    pub fn put(self, integration: Integration) {
        self.put_all(vec![integration]);
    }

    /// Puts integrations, freshly read, in the places of what was known of them.
    pub fn put_all(self, integrations: Vec<Integration>) {
        if integrations.is_empty() {
            return;
        }
        let new = integrations.iter().map(|integration| Row::new(Brief::of(integration)));
        if self.list.get_untracked().is_none() {
            return self.single.update(|single| {
                for row in new {
                    single.retain(|other| other.id() != row.id());
                    single.push(row);
                }
            });
        }
        let places = self.places.get_untracked();
        self.list.update(|rows| {
            let rows = Arc::make_mut(rows);
            let mut renamed = false;
            for row in new {
                renamed |= match places.get(&row.id()).and_then(|at| rows.get_mut(*at)) {
                    Some(before) => before.replace(row),
                    None => {
                        rows.push(row);
                        true
                    }
                };
            }
            if renamed {
                rank(rows, by_name);
            }
        });
    }

    /// The ids that Jira was told to remove and still lists; followed.
    pub fn being_removed(self) -> Vec<u64> {
        self.removing.read().iter().map(|(id, _)| *id).collect()
    }

    /// Takes an integration out: it does not exist any more.
    pub fn take_out(self, id: u64) {
        self.removing.update(|removing| removing.retain(|(other, _)| *other != id));
        self.single.update(|single| single.retain(|row| row.id() != id));
        self.list.update(|rows| Arc::make_mut(rows).retain(|row| row.id() != id));
    }

    /// Whether Jira was told to remove it and still lists it; followed.
    pub fn is_removing(self, id: u64) -> bool {
        self.removing.read().iter().any(|(other, _)| *other == id)
    }

    /// Remembers that Jira is removing it, and reads the list until it is gone. Jira may list it as disabled until its queue gets to it.
    pub fn await_removal(self, id: u64, name: String) {
        self.await_removals(vec![(id, name)]);
    }

    /// As [`Self::await_removal`], for many.
    pub fn await_removals(self, removed: Vec<(u64, String)>) {
        if removed.is_empty() {
            return;
        }
        self.removing.update(|removing| removing.extend(removed));
        self.list.load(move || self.read());
        self.poll(REMOVAL_POLLS);
    }

    async fn read(self) -> Result<Arc<Vec<Row>>, crate::api::Error> {
        let listed = jira::brief_list(self.jira).await?;
        let mut rows: Vec<Row> = listed.read.into_iter().map(Row::new).collect();
        tell_apart(&mut rows);
        rank(&mut rows, by_name);
        self.odd().integrations = listed.odd;
        Ok(Arc::new(rows))
    }

    fn poll(self, left: u32) {
        let again = move || {
            self.settle();
            if self.removing.read_untracked().is_empty() {
                return;
            }
            if left == 0 {
                return self.give_up();
            }
            self.list.load(move || self.read());
            self.poll(left - 1);
        };
        set_timeout(again, REMOVAL_POLL);
    }

    /// What the list does not have any more is removed.
    fn settle(self) {
        let Some(ids) = self.ids() else { return };
        self.removing.update(|removing| removing.retain(|(id, _)| ids.contains(id)));
    }

    /// Jira said that it removes them, and still lists them after two minutes.
    fn give_up(self) {
        for (_, name) in self.removing.get_untracked() {
            let text = format!("Jira still lists {name}. Its queue may be long: refresh the list later.");
            toast(Tone::Warn, text);
        }
        self.removing.set(Vec::new());
    }
}

/// The places of the rows by name, in the reader's language.
fn by_name(rows: &[Row]) -> Vec<usize> {
    collate::order(&mut rows.iter().map(|row| row.integration.name().to_owned()))
}

/// The inventories of all Jiras; in the context of every page, for as long as the app runs.
#[derive(Clone, Copy)]
pub struct Inventories(&'static [Inventory]);

impl Inventories {
    /// One for each of these servers; called once.
    pub fn new(jiras: impl Iterator<Item = Server>) -> Self {
        Self(jiras.map(Inventory::new).collect::<Vec<_>>().leak())
    }

    /// The one of this server.
    pub fn of(self, jira: Server) -> Option<Inventory> {
        self.0.iter().find(|inventory| inventory.jira == jira).copied()
    }
}

/// The inventory of the Jira whose page is being drawn.
pub fn inventory() -> Inventory {
    expect_context()
}
