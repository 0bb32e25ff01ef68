//! What is to be done with which setting of the chosen integrations.

use crate::browser::reactive::memo;
use crate::browser::slices::Slices;
use crate::form::{FormState, try_expression};
use crate::pages::plan::prepare::Chosen;
use crate::store::Inventory;
use leptos::prelude::*;
use patchbay_model::gij::plan::Planned;
use patchbay_model::gij::plan::apply::apply_all_in_slices;
use patchbay_model::gij::plan::edits::fields_of;
use patchbay_model::plan::edits::{Edit, Way, ways};
use patchbay_model::plan::inputs::{self, inputs};
use patchbay_model::{Field, Mode, Project, Schema, Section, Vendor};
use std::sync::Arc;

/// The edits of a page; copies are the same. Settings are known by their places among those that all have.
#[derive(Clone, Copy)]
pub struct Edits {
    /// The integrations.
    pub chosen: StoredValue<Chosen>,
    inventory: Inventory,
    /// The settings that all of them have.
    pub fields: StoredValue<Vec<Field>>,
    /// What is done with each setting, if it is one of `picked`.
    ways: StoredValue<Vec<RwSignal<Way>>>,
    /// Which settings are changed.
    pub picked: RwSignal<Vec<usize>>,
    /// What is entered, for every way of every setting.
    pub form: FormState,
}

impl Edits {
    /// Of these integrations, without anything to do yet.
    pub fn new(chosen: Chosen, inventory: Inventory, about_projects: Signal<String>) -> Self {
        let fields = fields_of(&chosen.iter().collect::<Vec<_>>());
        let entered = fields.iter().flat_map(|field| {
            ways(field).into_iter().flat_map(move |way| inputs(field, way)).collect::<Vec<_>>()
        });
        let schema = Schema {
            vendor: Vendor::Jira,
            wants_required: false,
            mode: Mode::Create,
            sections: vec![Section::new("", "", entered.collect())],
            // Of the outcome, not of what is entered: a plan says what each integration would have.
            rules: Vec::new(),
            warnings: Vec::new(),
            corrections: Vec::new(),
        };
        let start = schema.defaults();
        let projects = Signal::derive(move || inventory.known_projects());
        let form = FormState::new(Arc::new(schema), start.clone(), start)
            .with_projects(projects, about_projects)
            .with_trials(try_expression);
        let first = |field: &Field| RwSignal::new(ways(field).first().copied().unwrap_or(Way::Set));
        let ways = fields.iter().map(first).collect();
        Self {
            chosen: StoredValue::new(chosen),
            inventory,
            fields: StoredValue::new(fields),
            ways: StoredValue::new(ways),
            picked: RwSignal::new(Vec::new()),
            form,
        }
    }

    /// The place of the setting with this key.
    pub fn place(self, key: &str) -> Option<usize> {
        self.fields.with_value(|fields| fields.iter().position(|field| field.key == key))
    }

    /// The setting at this place.
    pub fn field(self, at: usize) -> Option<Field> {
        self.fields.with_value(|fields| fields.get(at).cloned())
    }

    /// What is done with the setting at this place.
    pub fn way(self, at: usize) -> Option<RwSignal<Way>> {
        self.ways.with_value(|ways| ways.get(at).copied())
    }

    /// Begins to change a setting, with what all of them have.
    pub fn pick(self, at: usize) {
        let Some(field) = self.field(at) else { return };
        if let Some(leaf) = self.form.leaf(&field.key) {
            leaf.set(
                self.chosen
                    .with_value(|chosen| inputs::start(&field, chosen.iter().map(|one| &one.settings))),
            );
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

    /// What is wrong with an edit whatever integration it is for, as a sentence; `None` if nothing is. Followed.
    pub fn problem(self) -> Memo<Option<String>> {
        memo(move || {
            self.each().into_iter().find_map(|(field, edit)| {
                let problem = edit.problem(&field)?;
                Some(format!("{}: {problem}", field.label))
            })
        })
    }

    /// What these edits do to each integration.
    pub async fn plan(self, edits: &[Edit]) -> Vec<Planned> {
        let projects = untrack(|| self.inventory.known_projects());
        let project = |id| Project::key_of(&projects, id);
        let chosen = self.chosen.get_value();
        let mut slices = Slices::new();
        apply_all_in_slices(&chosen, edits, &project, &mut async || slices.rest().await).await
    }
}
