//! Saving an edit: has somebody else changed it? Then send only what differs, read it back, and compare.

use super::add::refused;
use super::inventory::{Arrival, Inventory};
use super::name_project::name_project;
use crate::api::{Error, Server, gij as api};
use crate::browser::task::spawn;
use crate::form::FormState;
use crate::pages::editing::{may_be_sent, take_theirs};
use crate::ui::{Tone, toast};
use leptos::prelude::*;
use patchbay_model::gij::{self, Conflict, Integration};
use patchbay_model::{Object, Values};

/// What is on the server now, and where it differs from what the form began with.
#[derive(Clone)]
pub struct Clash {
    /// The integration as it is now.
    pub theirs: Integration,
    /// The fields that differ.
    pub conflicts: Vec<Conflict>,
}

/// What went wrong, and at which step.
#[derive(Clone)]
pub struct SaveFailure {
    /// "Saving failed", or that it was saved but could not be read back.
    pub doing: &'static str,
    /// Why.
    pub error: Error,
    /// What was saved all the same: trying again means reading it back only.
    pub sent: Option<Sent>,
}

/// What the server took, without secrets.
#[derive(Clone)]
pub struct Sent {
    /// The integration before.
    theirs: Integration,
    /// What was asked for.
    patch: Object,
    /// What the form held.
    values: Values,
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

    /// Saves what differs, unless a field has a problem or somebody else changed something meanwhile.
    pub fn save(self) {
        if may_be_sent(self.form) {
            self.begin(async move { self.run().await });
        }
    }

    /// Reads it back after a save whose result is not known.
    pub fn read_back(self, sent: Sent) {
        self.begin(async move { self.verify(sent).await });
    }

    fn begin(self, task: impl Future<Output = ()> + 'static) {
        self.busy.set(true);
        self.failure.set(None);
        self.inventory.arrival.set(None);
        spawn(async move {
            task.await;
            self.busy.try_set(false);
        });
    }

    /// Whether the person has left the page: then there is no form to tell, and nothing more to do.
    fn is_left(self) -> bool {
        self.busy.is_disposed()
    }

    async fn run(self) {
        let id = self.base.with_untracked(|base| base.id);
        // What is typed from here on is for the next save.
        let values = self.form.values();
        let read = api::get(self.jira, id).await;
        if self.is_left() {
            return;
        }
        match read {
            Err(error) => self.fail("Saving failed", error, None),
            Ok(theirs) => match self.clash_with(theirs.clone(), &values) {
                Some(clash) => drop(self.clash.try_set(Some(clash))),
                None => self.send(theirs, values).await,
            },
        }
    }

    /// What somebody else changed since the form was opened, as far as the form does not say the same.
    fn clash_with(self, theirs: Integration, mine: &Values) -> Option<Clash> {
        let schema = self.form.schema();
        let (before, now) = (self.form.before_untracked(), schema.read(&theirs.settings));
        let projects = self.inventory.projects.get_untracked();
        let mut conflicts = gij::conflicts(&schema, &before, &now, mine, &|id| name_project(&projects, id));
        conflicts.retain(|conflict| conflict.mine.as_ref() != Some(&conflict.theirs));
        (!conflicts.is_empty()).then_some(Clash { theirs, conflicts })
    }

    async fn send(self, theirs: Integration, mut values: Values) {
        let schema = self.form.schema();
        let before = schema.read(&theirs.settings);
        let mut patch = gij::request_patch(&theirs.kind, &schema, &before, &values);
        let sent = api::update(self.jira, theirs.id, &patch).await;
        if self.is_left() {
            return;
        }
        if let Err(error) = sent {
            let failure = RwSignal::new(None);
            refused(self.form, failure, error);
            if let Some(error) = failure.get_untracked() {
                self.fail("Saving failed", error, None);
            }
            return;
        }
        self.form.forget_secrets(&mut values);
        gij::strip_secrets(&mut patch);
        self.verify(Sent { theirs, patch, values }).await;
    }

    /// Reads it back and compares it with what was asked for.
    async fn verify(self, sent: Sent) {
        let read = api::get(self.jira, sent.theirs.id).await;
        if self.is_left() {
            return;
        }
        let now = match read {
            Ok(now) => now,
            Err(error) => return self.fail("It was saved, but reading it back failed", error, Some(sent)),
        };
        let Sent { theirs, patch, values } = sent;
        let schema = self.form.schema();
        let projects = self.inventory.projects.get_untracked();
        let compared = gij::readback(&schema, &theirs.settings, &patch, &now.settings, &|id| {
            name_project(&projects, id)
        });
        if compared.is_as_asked() {
            toast(Tone::Good, format!("{} is saved.", now.name()));
        }
        self.inventory.arrival.set(Some(Arrival { id: now.id, compared }));
        self.form.saved(&values, schema.read(&now.settings));
        self.inventory.put(now.clone());
        self.base.try_set(now);
    }

    /// Settles a clash. Fields that only somebody else changed become theirs. Where both changed one, `keep_mine`
    /// decides; then nothing is sent yet, so that the person can look at the result.
    pub fn settle(self, keep_mine: bool) {
        let Some(Clash { theirs, conflicts }) = self.clash.get_untracked() else { return };
        self.clash.set(None);
        let schema = self.form.schema();
        take_theirs(self.form, conflicts, schema.read(&theirs.settings), keep_mine);
        self.inventory.put(theirs.clone());
        self.base.set(theirs);
    }

    fn fail(self, doing: &'static str, error: Error, sent: Option<Sent>) {
        self.failure.try_set(Some(SaveFailure { doing, error, sent }));
    }
}
