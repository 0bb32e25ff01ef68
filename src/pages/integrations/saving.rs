//! Saving an edit: has somebody else changed it? Then send only what differs, read it back, and compare.

use super::add::refused;
use super::conflict::Clash;
use super::inventory::{Arrival, Inventory};
use super::name_project::name_project;
use crate::api::{Error, Server, gij as api};
use crate::browser::task::spawn;
use crate::form::FormState;
use crate::ui::{Tone, toast};
use leptos::prelude::*;
use patchbay_model::Values;
use patchbay_model::gij::{self, Integration};

/// What went wrong, and at which step.
#[derive(Clone)]
pub struct SaveFailure {
    /// "Saving failed", or that it was saved but could not be read back.
    pub doing: &'static str,
    /// Why.
    pub error: Error,
    /// Whether trying again means reading it back only.
    pub saved: bool,
}

/// Saves one form; copies are the same.
#[derive(Clone, Copy)]
pub struct Saving {
    jira: Server,
    inventory: Inventory,
    form: FormState,
    /// The integration as it was last read.
    pub base: RwSignal<Integration>,
    /// Whether it is being saved.
    pub busy: RwSignal<bool>,
    /// What went wrong.
    pub failure: RwSignal<Option<SaveFailure>>,
    /// What somebody else changed meanwhile.
    pub clash: RwSignal<Option<Clash>>,
}

impl Saving {
    /// Nothing saved yet.
    pub fn new(jira: Server, inventory: Inventory, form: FormState, integration: Integration) -> Self {
        Self {
            jira,
            inventory,
            form,
            base: RwSignal::new(integration),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            clash: RwSignal::new(None),
        }
    }

    /// Saves what differs, unless somebody else changed something meanwhile.
    pub fn save(self) {
        self.busy.set(true);
        self.failure.set(None);
        self.inventory.arrival.set(None);
        spawn(async move {
            self.run().await;
            self.busy.try_set(false);
        });
    }

    /// Whether the person has left the page: then there is no form to tell, and nothing more to do.
    fn is_left(self) -> bool {
        self.busy.is_disposed()
    }

    async fn run(self) {
        let id = self.base.with_untracked(|base| base.id);
        let read = api::get(self.jira, id).await;
        if self.is_left() {
            return;
        }
        match read {
            Err(error) => self.fail("Saving failed", error, false),
            Ok(theirs) => match self.clash_with(theirs.clone()) {
                Some(clash) => drop(self.clash.try_set(Some(clash))),
                None => self.send(theirs).await,
            },
        }
    }

    /// What somebody else changed since the form was opened, as far as the form does not say the same.
    fn clash_with(self, theirs: Integration) -> Option<Clash> {
        let schema = self.form.schema();
        let (before, now, mine) =
            (self.form.before_untracked(), schema.read(&theirs.settings), self.form.values());
        let projects = self.inventory.projects.get_untracked();
        let mut conflicts = gij::conflicts(&schema, &before, &now, &mine, &|id| name_project(&projects, id));
        conflicts.retain(|conflict| conflict.mine.as_ref() != Some(&conflict.theirs));
        (!conflicts.is_empty()).then_some(Clash { theirs, conflicts })
    }

    async fn send(self, theirs: Integration) {
        let schema = self.form.schema();
        let before = schema.read(&theirs.settings);
        let patch = gij::request_patch(&theirs.kind, &schema, &before, &self.form.values());
        let sent = api::update(self.jira, theirs.id, &patch).await;
        if self.is_left() {
            return;
        }
        if let Err(error) = sent {
            let failure = RwSignal::new(None);
            refused(self.form, failure, error);
            if let Some(error) = failure.get_untracked() {
                self.fail("Saving failed", error, false);
            }
            return;
        }
        let read = api::get(self.jira, theirs.id).await;
        if self.is_left() {
            return;
        }
        match read {
            Err(error) => self.fail("It was saved, but reading it back failed", error, true),
            Ok(now) => {
                let projects = self.inventory.projects.get_untracked();
                let compared = gij::readback(&schema, &theirs.settings, &patch, &now.settings, &|id| {
                    name_project(&projects, id)
                });
                if compared.is_as_asked() {
                    toast(Tone::Good, format!("{} is saved.", now.name()));
                }
                self.inventory.arrival.set(Some(Arrival { id: now.id, compared }));
                self.take(now);
            }
        }
    }

    /// Begins anew with what the server has.
    fn take(self, now: Integration) {
        let values = self.form.schema().read(&now.settings);
        self.form.rebase(values.clone());
        self.form.reset(&values);
        self.inventory.put(now.clone());
        self.base.try_set(now);
    }

    /// Reads it back after a save whose result is not known.
    pub fn read_back(self) {
        self.busy.set(true);
        self.failure.set(None);
        spawn(async move {
            let id = self.base.with_untracked(|base| base.id);
            let read = api::get(self.jira, id).await;
            if self.is_left() {
                return;
            }
            match read {
                Ok(now) => self.take(now),
                Err(error) => self.fail("It was saved, but reading it back failed", error, true),
            }
            self.busy.try_set(false);
        });
    }

    /// Settles a clash. Fields that only somebody else changed become theirs. Where both changed one, `keep_mine`
    /// decides; then nothing is sent yet, so that the person can look at the result.
    pub fn settle(self, keep_mine: bool) {
        let Some(Clash { theirs, conflicts }) = self.clash.get_untracked() else { return };
        self.clash.set(None);
        let schema = self.form.schema();
        let now = schema.read(&theirs.settings);
        let mut values: Values = self.form.values();
        for conflict in conflicts {
            if (conflict.mine.is_none() || !keep_mine)
                && let Some(entry) = now.get(&conflict.key)
            {
                values.set(conflict.key, entry.clone());
            }
        }
        self.form.rebase(now);
        self.form.reset(&values);
        self.inventory.put(theirs.clone());
        self.base.set(theirs);
    }

    fn fail(self, doing: &'static str, error: Error, saved: bool) {
        self.failure.try_set(Some(SaveFailure { doing, error, saved }));
    }
}
