//! What is to be done with which setting of what is chosen.

use crate::browser::reactive::memo;
use crate::form::FormState;
use crate::plan::Planned;
use leptos::prelude::*;
use patchbay_model::form::Rule;
use patchbay_model::plan::edits::{Edit, Way, ways};
use patchbay_model::plan::inputs::{self, inputs};
use patchbay_model::{Entry, Field, Mode, Schema, Section, Vendor};
use std::pin::Pin;
use std::sync::Arc;

/// The plan that edits make, later.
pub type Preparing = Pin<Box<dyn Future<Output = Vec<Planned>>>>;

/// Gives the value with which setting a field begins.
pub type Start = Arc<dyn Fn(&Field) -> Entry + Send + Sync>;

/// Gives the plan that edits make.
pub type Prepare = Arc<dyn Fn(Vec<Edit>) -> Preparing + Send + Sync>;

/// The integrations that are edited, of either vendor.
pub struct Edited {
    /// The vendor of its server.
    pub vendor: Vendor,
    /// How many there are.
    pub count: usize,
    /// The settings that all of them have.
    pub fields: Vec<Field>,
    /// The value with which setting this field begins.
    pub start: Start,
    /// What warns of a value that is set.
    pub warnings: Vec<Rule>,
    /// What edits do to each.
    pub plan: Prepare,
    /// Whether something is entered beside the edits that is enough for a plan without them; followed.
    pub beside: Signal<bool>,
}

/// The edits of a page; copies are the same. Settings are known by their places among those that all have.
#[derive(Clone, Copy)]
pub struct Edits {
    /// What is edited.
    edited: StoredValue<Edited>,
    /// What is done with each setting, if it is one of `picked`.
    ways: StoredValue<Vec<RwSignal<Way>>>,
    /// Which settings are changed.
    pub picked: RwSignal<Vec<usize>>,
    /// What is entered, for every way of every setting.
    pub form: FormState,
}

impl Edits {
    /// Of these, without anything to do yet. `prepare` gives the form what its fields need.
    pub fn new(edited: Edited, prepare: impl FnOnce(FormState) -> FormState) -> Self {
        let entered = edited.fields.iter().flat_map(|field| {
            ways(field).into_iter().flat_map(move |way| inputs(field, way)).collect::<Vec<_>>()
        });
        let schema = Schema {
            vendor: edited.vendor,
            wants_required: false,
            mode: Mode::Create,
            sections: vec![Section::new("", "", entered.collect())],
            // Of the outcome, not of what is entered: a plan says what each would have.
            rules: Vec::new(),
            warnings: edited.warnings.clone(),
            corrections: Vec::new(),
        };
        let start = schema.defaults();
        let form = prepare(FormState::new(Arc::new(schema), start.clone(), start));
        let first = |field: &Field| RwSignal::new(ways(field).first().copied().unwrap_or(Way::Set));
        let ways = edited.fields.iter().map(first).collect();
        Self {
            edited: StoredValue::new(edited),
            ways: StoredValue::new(ways),
            picked: RwSignal::new(Vec::new()),
            form,
        }
    }

    /// How many are edited.
    pub fn count(self) -> usize {
        self.edited.with_value(|edited| edited.count)
    }

    /// How many settings all of them have.
    pub fn shared(self) -> usize {
        self.edited.with_value(|edited| edited.fields.len())
    }

    /// The labels of the settings, in their order.
    pub fn labels(self) -> Vec<String> {
        self.edited.with_value(|edited| edited.fields.iter().map(|field| field.label.to_string()).collect())
    }

    /// Whether something is entered beside the edits that is enough for a plan without them; followed.
    pub fn beside(self) -> bool {
        self.edited.with_value(|edited| edited.beside).get()
    }

    /// The place of the setting with this key.
    pub fn place(self, key: &str) -> Option<usize> {
        self.edited.with_value(|edited| edited.fields.iter().position(|field| field.key == key))
    }

    /// The setting at this place.
    pub fn field(self, at: usize) -> Option<Field> {
        self.edited.with_value(|edited| edited.fields.get(at).cloned())
    }

    /// What is done with the setting at this place.
    pub fn way(self, at: usize) -> Option<RwSignal<Way>> {
        self.ways.with_value(|ways| ways.get(at).copied())
    }

    /// Begins to change a setting, with what all of them have.
    pub fn pick(self, at: usize) {
        let Some(field) = self.field(at) else { return };
        if let Some(leaf) = self.form.leaf(&field.key) {
            leaf.set(self.edited.with_value(|edited| (edited.start)(&field)));
            leaf.touched.set(false);
        }
        self.picked.update(|picked| {
            if let Err(place) = picked.binary_search(&at) {
                picked.insert(place, at);
            }
        });
    }

    /// Leaves a setting as it is.
    pub fn put_back(self, at: usize) {
        self.picked.update(|picked| picked.retain(|other| *other != at));
    }

    /// The edits, each with its setting, in the order of the form; followed.
    fn each(self) -> Vec<(Field, Edit)> {
        let values = self.form.live_values();
        let each = self.picked.get().into_iter().filter_map(|at| {
            let (field, way) = (self.field(at)?, self.way(at)?);
            let edit = inputs::edit(&field, way.get(), &values);
            Some((field, edit))
        });
        each.collect()
    }

    /// The edits; followed.
    pub fn edits(self) -> Memo<Vec<Edit>> {
        memo(move || self.each().into_iter().map(|(_, edit)| edit).collect())
    }

    /// What is wrong with an edit whatever it is for, as a sentence; `None` if nothing is. Followed.
    pub fn problem(self) -> Memo<Option<String>> {
        memo(move || {
            self.each().into_iter().find_map(|(field, edit)| {
                let problem = edit.problem(&field)?;
                Some(format!("{}: {problem}", field.label))
            })
        })
    }

    /// What these edits do to each.
    pub fn plan(self, edits: &[Edit]) -> Preparing {
        self.edited.with_value(|edited| (edited.plan)(edits.to_vec()))
    }
}
