//! One integration of a project as last read, and what its form begins with.

use super::about_project::has_moved_from;
use super::outcome::{Outcome, Retry};
use super::recents;
use crate::api::Error;
use crate::api::gitlab::{self as api, Lookup};
use crate::browser::task::spawn;
use crate::console::GitLab;
use crate::form::FormState;
use leptos::prelude::*;
use patchbay_model::Values;
use patchbay_model::gitlab::wire::Refusal;
use patchbay_model::gitlab::{Integration, Project, Spec, find};

/// What stands below the heading.
#[derive(Clone)]
pub enum Shown {
    /// This server has no such integration.
    NotOffered,
    /// The form; drawn anew whenever this is set.
    Form(Draft),
}

/// What a form begins with.
#[derive(Clone, Default)]
pub struct Draft {
    /// The integration as the server has it; none where it was never set up.
    pub there: Option<Integration>,
    /// What somebody has entered already, where the form has to be drawn anew.
    pub typed: Values,
    /// Keys that the server asked for and the catalogue does not know.
    pub wanted: Vec<String>,
    /// What the server said when it asked for them.
    pub refusal: Option<Refusal>,
}

/// The page of one integration; copies are the same.
#[derive(Clone, Copy)]
pub struct Sheet {
    /// The server.
    pub gitlab: GitLab,
    /// The project's number or full path, as the address has it.
    id: StoredValue<String>,
    slug: StoredValue<String>,
    /// The project. Its number is what all requests use.
    pub project: RwSignal<Option<Project>>,
    /// The integration as last read; none where it was never set up.
    pub there: RwSignal<Option<Integration>>,
    /// What stands below the heading; none until it is read.
    pub shown: RwSignal<Option<Shown>>,
    /// Why it could not be read.
    pub error: RwSignal<Option<Error>>,
    /// What came of the last save, or of what else was done.
    pub outcome: RwSignal<Option<Outcome>>,
    /// Whether it is being saved, or read again: one at a time, because the form may be drawn anew then.
    pub busy: RwSignal<bool>,
    /// Whether it is being disabled: whoever saved it meanwhile could not know which of the two comes last.
    pub disabling: RwSignal<bool>,
    /// Whether a field needs attention.
    pub has_error: RwSignal<bool>,
    /// The form that is open.
    pub form: StoredValue<Option<FormState>>,
}

impl Sheet {
    /// Nothing read yet.
    pub fn new(gitlab: GitLab, id: String, slug: String) -> Self {
        Self {
            gitlab,
            id: StoredValue::new(id),
            slug: StoredValue::new(slug),
            project: RwSignal::new(None),
            there: RwSignal::new(None),
            shown: RwSignal::new(None),
            error: RwSignal::new(None),
            outcome: RwSignal::new(None),
            busy: RwSignal::new(false),
            disabling: RwSignal::new(false),
            has_error: RwSignal::new(false),
            form: StoredValue::new(None),
        }
    }

    /// The integration's name in addresses.
    pub fn slug(self) -> String {
        self.slug.get_value()
    }

    /// What the catalogue says of it.
    pub fn spec(self) -> Option<&'static Spec> {
        self.slug.with_value(|slug| find(slug))
    }

    /// What people know it by; followed.
    pub fn title(self) -> String {
        match (self.spec(), &*self.there.read()) {
            (Some(spec), _) => spec.title.to_owned(),
            (None, Some(there)) => there.title.clone(),
            (None, None) => self.slug(),
        }
    }

    /// The project's number once it is known, and until then what the address has; followed.
    pub fn project_id(self) -> String {
        self.project.read().as_ref().map_or_else(|| self.id.get_value(), |project| project.id.to_string())
    }

    /// Whether the address names the project by another number or path than it has now; followed.
    pub fn has_moved(self) -> bool {
        let id = self.id.get_value();
        self.project.read().as_ref().is_some_and(|project| has_moved_from(project, &id))
    }

    /// Whether the person has left the page: then nobody is there to be told anything.
    pub fn is_left(self) -> bool {
        self.outcome.is_disposed()
    }

    /// Reads the project and the integration.
    pub fn load(self) {
        self.error.set(None);
        spawn(async move {
            let read = self.read().await;
            if let (Err(error), false) = (read, self.is_left()) {
                self.error.set(Some(error));
            }
        });
    }

    async fn read(self) -> Result<(), Error> {
        let Some(id) = self.id.try_get_value() else { return Ok(()) };
        let project = api::project(self.gitlab, &id).await?;
        if !self.is_left() {
            recents::remember(&self.gitlab.server.place(), &project);
            let number = project.id;
            self.project.set(Some(project));
            let found = api::get(self.gitlab, number, &self.slug()).await?;
            if !self.is_left() {
                self.take(found, Values::default());
            }
        }
        Ok(())
    }

    /// Whether something is under way that changes it or draws its form anew.
    pub fn is_at_work(self) -> bool {
        self.busy.get_untracked() || self.disabling.get_untracked()
    }

    /// Does something that takes a while, and nothing else meanwhile; nothing if something else is under way.
    pub fn begin(self, task: impl Future<Output = ()> + 'static) {
        if self.is_at_work() {
            return;
        }
        self.busy.set(true);
        self.outcome.set(None);
        spawn(async move {
            task.await;
            self.busy.try_set(false);
        });
    }

    /// Reads the integration again, and keeps what was entered meanwhile. `doing` says what failed if that does.
    pub fn read_again(self, doing: &'static str) {
        let Some(number) = self.project.with_untracked(|project| project.as_ref().map(|project| project.id))
        else {
            return;
        };
        let slug = self.slug();
        self.begin(async move {
            let read = api::get(self.gitlab, number, &slug).await;
            if self.is_left() {
                return;
            }
            match read {
                Ok(found) => self.take(found, self.typed()),
                Err(error) => self.outcome.set(Some(Outcome::Failed { doing, error, retry: Retry::Read })),
            }
        });
    }

    fn take(self, found: Lookup, typed: Values) {
        match found {
            Lookup::There(there) => self.open(Draft { there: Some(there), typed, ..Draft::default() }),
            Lookup::NeverSetUp => self.open(Draft { typed, ..Draft::default() }),
            Lookup::NotOffered => self.shown.set(Some(Shown::NotOffered)),
        }
    }

    /// Draws the form anew.
    pub fn open(self, draft: Draft) {
        self.there.set(draft.there.clone());
        self.shown.set(Some(Shown::Form(draft)));
    }

    /// Keys that the form that is open has fields for because the server asked for them.
    pub fn wanted(self) -> Vec<String> {
        match &*self.shown.read_untracked() {
            Some(Shown::Form(draft)) => draft.wanted.clone(),
            Some(Shown::NotOffered) | None => Vec::new(),
        }
    }

    /// What the form that is open differs in from what it began with.
    pub fn typed(self) -> Values {
        let open = self.form.get_value().filter(|form| !form.submitted.is_disposed());
        let Some(form) = open else { return Values::default() };
        let (schema, before, now) = (form.schema(), form.before_untracked(), form.values());
        let changed = schema.fields().filter(|field| schema.differs(field, &*before, &now));
        changed.filter_map(|field| Some((field.key.to_string(), now.get(&field.key)?.clone()))).collect()
    }
}
