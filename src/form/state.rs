//! The state of an open form: one signal for each field, and what is derived from it.

use crate::browser::reactive::memo;
use leptos::prelude::*;
use patchbay_model::form::{Correction, Required};
use patchbay_model::{Change, Entry, Field, Kind, Lookup, Mode, Project, Schema, Secret, Values};
use std::sync::Arc;

/// One field. A keystroke runs what depends on this field, and nothing else.
#[derive(Clone, Copy)]
pub struct Leaf {
    /// Its value.
    pub entry: RwSignal<Entry>,
    /// Whether the person has left it once: until then no problem is shown.
    pub touched: RwSignal<bool>,
    /// The server's problem with the value that was sent.
    pub refused: RwSignal<Option<String>>,
    /// What is wrong with its value.
    pub problem: Memo<Option<String>>,
    /// A warning about its value.
    pub warning: Memo<Option<String>>,
    /// Whether it differs from what the form began with.
    pub differs: Memo<bool>,
    /// Whether it is shown.
    pub shown: Memo<bool>,
}

impl Leaf {
    /// Sets what the person entered. The server's problem was about another value.
    pub fn set(self, entry: Entry) {
        self.refused.set(None);
        self.entry.set(entry);
    }
}

/// The signals in which a form's entries are.
#[derive(Clone, Copy)]
struct Entries(StoredValue<Vec<(String, RwSignal<Entry>)>>);

impl Lookup for Entries {
    fn entry(&self, key: &str) -> Option<Entry> {
        let signal = self.0.with_value(|entries| find(entries, key))?;
        Some(signal.get())
    }
}

/// A form that is open; copies are the same.
#[derive(Clone, Copy)]
pub struct FormState {
    schema: StoredValue<Arc<Schema>>,
    /// What the form began with, or what was saved last.
    before: RwSignal<Arc<Values>>,
    entries: Entries,
    leaves: StoredValue<Vec<(String, Leaf)>>,
    /// Whether the person tried to send it: from then on every problem is shown.
    pub submitted: RwSignal<bool>,
    /// What the server refused without naming a field.
    pub refused: RwSignal<Option<String>>,
    /// Jira's projects, to choose from and to name.
    pub projects: Signal<Arc<Vec<Project>>>,
    /// What is to be said about Jira's projects; empty while they are as they should be.
    pub about_projects: Signal<String>,
    /// What is drawn below a field to try its value.
    pub trial: DrawTrial,
}

/// Draws the trial of a field's value, if it has one.
pub type DrawTrial = fn(&Field, Leaf) -> Option<AnyView>;

impl FormState {
    /// A form that begins with `start` and is compared with `before`.
    pub fn new(schema: Arc<Schema>, before: Values, start: Values) -> Self {
        let before = RwSignal::new(Arc::new(before));
        let signals: Vec<(String, RwSignal<Entry>)> = schema
            .fields()
            .map(|field| {
                let entry = start.get(&field.key).unwrap_or(&field.default).clone();
                (field.key.to_string(), RwSignal::new(entry))
            })
            .collect();
        let entries = Entries(StoredValue::new(signals.clone()));
        let leaves = schema
            .fields()
            .filter_map(|field| {
                let entry = find(&signals, &field.key)?;
                Some((field.key.to_string(), leaf(&schema, field, entry, entries, before)))
            })
            .collect();
        Self {
            schema: StoredValue::new(schema),
            before,
            entries,
            leaves: StoredValue::new(leaves),
            submitted: RwSignal::new(false),
            refused: RwSignal::new(None),
            projects: Signal::stored(Arc::default()),
            about_projects: Signal::stored(String::new()),
            trial: |_, _| None,
        }
    }

    /// With Jira projects to choose from and to name, and what is to be said about them.
    pub fn with_projects(self, projects: Signal<Arc<Vec<Project>>>, about_projects: Signal<String>) -> Self {
        Self { projects, about_projects, ..self }
    }

    /// With trials of what is entered.
    pub fn with_trials(self, trial: DrawTrial) -> Self {
        Self { trial, ..self }
    }

    /// The schema.
    pub fn schema(self) -> Arc<Schema> {
        self.schema.get_value()
    }

    /// The field `key`; every field of the schema has one.
    pub fn leaf(self, key: &str) -> Option<Leaf> {
        self.leaves.with_value(|leaves| find(leaves, key))
    }

    /// All current values.
    pub fn values(self) -> Values {
        untrack(|| self.live_values())
    }

    /// All current values; followed.
    pub fn live_values(self) -> Values {
        self.entries
            .0
            .with_value(|entries| entries.iter().map(|(key, entry)| (key.clone(), entry.get())).collect())
    }

    /// The values at the beginning, or after the last save.
    pub fn before_untracked(self) -> Arc<Values> {
        self.before.get_untracked()
    }

    /// The values at the beginning, or after the last save; followed.
    pub fn before(self) -> Arc<Values> {
        self.before.get()
    }

    /// Compares with other values from now on: those of somebody else, or those just saved.
    pub fn rebase(self, before: Values) {
        self.before.set(Arc::new(before));
    }

    /// Puts these values in, as if they had been there from the start.
    pub fn reset(self, values: &Values) {
        self.entries.0.with_value(|entries| {
            for (key, signal) in entries {
                if let Some(entry) = values.get(key)
                    && *signal.read_untracked() != *entry
                {
                    signal.set(entry.clone());
                }
            }
        });
        self.leaves.with_value(|leaves| {
            for (_, leaf) in leaves {
                leaf.touched.set(false);
                leaf.refused.set(None);
            }
        });
        self.submitted.set(false);
        self.refused.set(None);
    }

    /// Forgets what the server said of values: it is asked anew, and may say something else.
    pub fn forget_refusals(self) {
        self.leaves.with_value(|leaves| leaves.iter().for_each(|(_, leaf)| leaf.refused.set(None)));
        self.refused.set(None);
    }

    /// Takes what the server has after `sent` was saved. What was typed since stays, and differs from then on; so does
    /// what was typed in the fields `kept`, where the server has something else than what was asked.
    pub fn saved(self, sent: &Values, now: Values, kept: &[String]) {
        let mut values = self.values();
        for field in self.schema().fields() {
            let is_kept = kept.iter().any(|key| *key == field.key);
            let untouched = !is_kept && values.get(&field.key) == sent.get(&field.key);
            if let (true, Some(entry)) = (untouched, now.get(&field.key)) {
                values.set(field.key.as_ref(), entry.clone());
            }
        }
        self.rebase(now);
        self.reset(&values);
    }

    /// Forgets the secrets that were sent, here and in `sent`: the server has them now.
    pub fn forget_secrets(self, sent: &mut Values) {
        for field in self.schema().fields().filter(|field| field.kind == Kind::Secret) {
            let kept = Entry::Secret(Secret::Keep);
            if let Some(leaf) = self.leaf(&field.key)
                && Some(&*leaf.entry.read_untracked()) == sent.get(&field.key)
            {
                leaf.entry.set(kept.clone());
            }
            sent.set(field.key.as_ref(), kept);
        }
    }

    /// Whether a required field may be empty at the moment, because of another one; followed.
    pub fn is_optional(self, field: &Field) -> bool {
        field.is_optional(&self.entries)
    }

    /// What was most likely meant in a field; followed.
    pub fn correction(self, field: &Field) -> Option<Correction> {
        self.schema().correction(field, &self.entries)
    }

    /// The fields that differ from the beginning.
    pub fn typed(self) -> Values {
        let (schema, before, now) = (self.schema(), self.before_untracked(), self.values());
        let changed = schema.fields().filter(|field| schema.differs(field, &*before, &now));
        changed.filter_map(|field| Some((field.key.to_string(), now.get(&field.key)?.clone()))).collect()
    }

    /// The fields that differ from what the form held earlier.
    pub fn typed_since(self, earlier: &Values) -> Values {
        let now = self.values();
        let schema = self.schema();
        let changed = schema.fields().filter(|field| now.get(&field.key) != earlier.get(&field.key));
        changed.filter_map(|field| Some((field.key.to_string(), now.get(&field.key)?.clone()))).collect()
    }

    /// How many fields differ from what the form began with; followed.
    pub fn differing(self) -> usize {
        self.leaves.with_value(|leaves| leaves.iter().filter(|(_, leaf)| leaf.differs.get()).count())
    }

    /// Everything that is wrong, field by field, as (key, label, sentence); followed.
    pub fn problems(self) -> Vec<(String, String, String)> {
        let schema = self.schema();
        schema
            .fields()
            .filter_map(|field| {
                let sentence = self.complaint(&field.key)?;
                Some((field.key.to_string(), field.label.to_string(), sentence))
            })
            .collect()
    }

    /// What is wrong with a field, by its own rules or in the server's words.
    fn complaint(self, key: &str) -> Option<String> {
        let leaf = self.leaf(key)?;
        leaf.problem.get().or_else(|| leaf.refused.get().filter(|_| leaf.shown.get()))
    }

    /// The problem shown under a field: none before the person has left it once.
    pub fn shown_problem(self, key: &str) -> Option<String> {
        let leaf = self.leaf(key)?;
        if self.submitted.get() || leaf.touched.get() || leaf.refused.read().is_some() {
            self.complaint(key)
        } else {
            None
        }
    }

    /// What is different, in words; followed.
    pub fn changes(self) -> Vec<Change> {
        let projects = self.projects.get();
        self.schema().changes(&*self.before.get(), &self.entries, &|id| Project::key_of(&projects, id))
    }
}

/// A form has a few dozen fields: a list is quicker than a map, and smaller in the download.
fn find<T: Copy>(fields: &[(String, T)], key: &str) -> Option<T> {
    fields.iter().find(|(other, _)| other == key).map(|(_, field)| *field)
}

/// Whether something that exists had this problem before it was edited. Then it deserves a second look, but must not
/// keep other changes from being saved. But a secret that the server requires with every change is missing each time,
/// and so is every other setting that it requires and does not report.
fn is_old(
    schema: &Schema,
    field: &Field,
    now: Entries,
    before: &RwSignal<Arc<Values>>,
    problem: &str,
) -> bool {
    let before = before.get();
    // Another value with the same problem is a new one.
    if schema.mode == Mode::Create
        || field.kind == Kind::Secret
        || now.entry(&field.key) != before.entry(&field.key)
    {
        return false;
    }
    let is_missing = schema.wants_required
        && field.required == Required::Always
        && before.entry(&field.key).is_some_and(|entry| entry.text().is_empty());
    !is_missing && schema.problem(field, &*before).as_deref() == Some(problem)
}

fn leaf(
    schema: &Arc<Schema>,
    field: &Field,
    entry: RwSignal<Entry>,
    entries: Entries,
    before: RwSignal<Arc<Values>>,
) -> Leaf {
    let (schema, field) = (schema.clone(), Arc::new(field.clone()));
    let problem = {
        let (schema, field) = (schema.clone(), field.clone());
        memo(move || {
            let now = schema
                .problem(&field, &entries)
                .filter(|now| !is_old(&schema, &field, entries, &before, now));
            now.or_else(|| schema.emptied(&field, &*before.get(), &entries))
        })
    };
    let warning = {
        let (schema, field) = (schema.clone(), field.clone());
        memo(move || {
            let old =
                schema.problem(&field, &entries).filter(|now| is_old(&schema, &field, entries, &before, now));
            old.or_else(|| schema.warning(&field, &entries))
        })
    };
    let shown = {
        let field = field.clone();
        memo(move || field.is_shown(&entries))
    };
    let differs = memo(move || schema.differs(&field, &*before.get(), &entries));
    Leaf {
        entry,
        touched: RwSignal::new(false),
        refused: RwSignal::new(None),
        problem,
        warning,
        differs,
        shown,
    }
}
