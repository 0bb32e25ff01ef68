//! The integrations and projects as last read. They outlive the pages, so that going back shows them at once.

use super::listing::{Row, rank};
use crate::api::{Error, Server, gij, jira};
use crate::browser::task::spawn;
use crate::browser::{clock, collate};
use crate::reactive::memo;
use leptos::prelude::*;
use patchbay_model::Project;
use patchbay_model::gij::{Integration, Readback};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// How often, and how many times, the list is read again while something is being removed.
const REMOVAL_POLL: Duration = Duration::from_secs(4);
const REMOVAL_POLLS: u32 = 30;

/// What was read from Jira; copies are the same.
#[derive(Clone, Copy)]
pub struct Inventory {
    jira: Server,
    /// All integrations, in the order in which Jira lists them.
    pub rows: RwSignal<Arc<Vec<Row>>>,
    /// Where each integration stands in `rows`.
    places: Memo<Arc<HashMap<u64, usize>>>,
    /// When the list was last read, in epoch milliseconds.
    pub read_at: RwSignal<Option<f64>>,
    /// Whether it is being read.
    pub loading: RwSignal<bool>,
    /// Why the last reading failed.
    pub error: RwSignal<Option<Error>>,
    /// Jira's projects; empty until they are read, or when they cannot be.
    pub projects: RwSignal<Arc<Vec<Project>>>,
    /// Why the projects could not be read.
    pub projects_error: RwSignal<Option<Error>>,
    /// Integrations that Jira was told to remove, but still lists.
    pub removing: RwSignal<Vec<u64>>,
    /// What came of the last save.
    pub arrival: RwSignal<Option<Arrival>>,
    /// How many times the list was asked for: only the answer to the last counts.
    readings: RwSignal<u32>,
    /// How many times something newer than the list was put in.
    changes: RwSignal<u32>,
}

/// What came of a save, for the page that shows the integration next.
#[derive(Clone)]
pub struct Arrival {
    /// The integration.
    pub id: u64,
    /// What was asked for, compared with what is there.
    pub compared: Readback,
}

impl Inventory {
    /// Nothing read yet.
    pub fn new(jira: Server) -> Self {
        let rows = RwSignal::new(Arc::new(Vec::<Row>::new()));
        let places = memo(move || {
            let rows = rows.get();
            Arc::new(rows.iter().enumerate().map(|(at, row)| (row.id(), at)).collect())
        });
        Self {
            jira,
            rows,
            places,
            read_at: RwSignal::new(None),
            loading: RwSignal::new(false),
            error: RwSignal::new(None),
            projects: RwSignal::new(Arc::default()),
            projects_error: RwSignal::new(None),
            removing: RwSignal::new(Vec::new()),
            arrival: RwSignal::new(None),
            readings: RwSignal::new(0),
            changes: RwSignal::new(0),
        }
    }

    /// Forgets everything, because somebody else may sign in.
    pub fn forget(self) {
        self.changes.update(|changes| *changes += 1);
        self.rows.set(Arc::default());
        self.read_at.set(None);
        self.error.set(None);
        self.projects.set(Arc::default());
        self.projects_error.set(None);
        self.removing.set(Vec::new());
        self.arrival.set(None);
    }

    /// Reads the list again; what is shown stays until the answer is there.
    pub fn reload(self) {
        if !self.loading.get_untracked() {
            spawn(self.read());
        }
    }

    /// Reads until an answer is neither overtaken by a later reading nor by what was put in meanwhile.
    async fn read(self) {
        loop {
            let reading = self.readings.get_untracked() + 1;
            self.readings.set(reading);
            self.loading.set(true);
            let changes = self.changes.get_untracked();
            let answer = gij::list(self.jira).await;
            if self.readings.get_untracked() != reading {
                return;
            }
            if self.changes.get_untracked() == changes {
                self.take(answer);
                return self.loading.set(false);
            }
        }
    }

    fn take(self, answer: Result<Vec<Integration>, Error>) {
        match answer {
            Ok(integrations) => {
                let mut rows: Vec<Row> = integrations.into_iter().map(Row::new).collect();
                rank(&mut rows, by_name);
                self.rows.set(Arc::new(rows));
                self.read_at.set(Some(clock::now()));
                self.error.set(None);
                let there = self.places.get_untracked();
                self.removing.update(|removing| removing.retain(|id| there.contains_key(id)));
            }
            Err(error) => self.error.set(Some(error)),
        }
    }

    /// Reads the projects, unless they are there already.
    pub fn load_projects(self) {
        if self.projects.read_untracked().is_empty() {
            spawn(async move {
                match jira::projects(self.jira).await {
                    Ok(projects) => {
                        self.projects_error.set(None);
                        self.projects.set(Arc::new(projects));
                    }
                    Err(error) => self.projects_error.set(Some(error)),
                }
            });
        }
    }

    /// The row of an integration.
    pub fn row(self, id: u64) -> Option<Row> {
        let at = *self.places.read().get(&id)?;
        self.rows.read().get(at).cloned()
    }

    /// Puts one integration, freshly read, in the place of what was known of it.
    pub fn put(self, integration: Integration) {
        self.changes.update(|changes| *changes += 1);
        let at = self.places.read_untracked().get(&integration.id).copied();
        self.rows.update(|rows| {
            let rows = Arc::make_mut(rows);
            let row = Row::new(integration);
            let renamed = match at.and_then(|at| rows.get_mut(at)) {
                Some(before) => before.replace(row),
                None => {
                    rows.push(row);
                    true
                }
            };
            if renamed {
                rank(rows, by_name);
            }
        });
    }

    /// Takes note that Jira was told to remove it. Jira may list it as disabled until its queue gets to it.
    pub fn removed(self, id: u64) {
        self.changes.update(|changes| *changes += 1);
        self.removing.update(|removing| removing.push(id));
        spawn(async move {
            self.read().await;
            self.poll(REMOVAL_POLLS);
        });
    }

    fn poll(self, left: u32) {
        if left > 0 && !self.removing.read_untracked().is_empty() {
            let again = move || {
                spawn(async move {
                    self.read().await;
                    self.poll(left - 1);
                });
            };
            set_timeout(again, REMOVAL_POLL);
        }
    }
}

/// The places of the rows by name, in the reader's language.
fn by_name(rows: &[Row]) -> Vec<usize> {
    collate::order(&mut rows.iter().map(|row| row.integration.name()))
}
