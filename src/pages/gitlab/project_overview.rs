//! What was read of a project: itself, and which integrations are active.

use super::about_project::has_moved_from;
use super::recents;
use crate::api::{Error, gitlab as api};
use crate::browser::clock;
use crate::browser::task::spawn;
use crate::console::GitLab;
use leptos::prelude::*;
use patchbay_model::gitlab::{self, Integration, Project, Spec};
use std::sync::Arc;

/// A project as last read; copies are the same.
#[derive(Clone, Copy)]
pub struct Overview {
    /// The server.
    pub gitlab: GitLab,
    /// Its number or full path, as the address names it.
    id: StoredValue<String>,
    /// The project.
    pub project: RwSignal<Option<Project>>,
    /// The active integrations in the catalogue's order, then those that it does not know.
    pub active: RwSignal<Option<Arc<Vec<Integration>>>>,
    /// When they were last read, in epoch milliseconds.
    pub read_at: RwSignal<Option<f64>>,
    /// Why the last reading failed.
    pub error: RwSignal<Option<Error>>,
    /// Whether it is being read.
    pub loading: RwSignal<bool>,
    /// Whether it was asked for again meanwhile: what is on its way may be older than what happened since.
    again: RwSignal<bool>,
}

impl Overview {
    /// Nothing read yet.
    pub fn new(gitlab: GitLab, id: String) -> Self {
        Self {
            gitlab,
            id: StoredValue::new(id),
            project: RwSignal::new(None),
            active: RwSignal::new(None),
            read_at: RwSignal::new(None),
            error: RwSignal::new(None),
            loading: RwSignal::new(false),
            again: RwSignal::new(false),
        }
    }

    /// Reads it all; what is shown stays until the answer is there.
    pub fn reload(self) {
        if self.loading.get_untracked() {
            return self.again.set(true);
        }
        self.loading.set(true);
        spawn(async move {
            let outcome = self.read().await;
            // Somebody may have left for another page meanwhile.
            if self.loading.try_set(false).is_some() {
                return;
            }
            self.error.set(outcome.err());
            if self.again.get_untracked() {
                self.again.set(false);
                self.reload();
            }
        });
    }

    async fn read(self) -> Result<(), Error> {
        let Some(id) = self.id.try_get_value() else { return Ok(()) };
        let project = api::project(self.gitlab, &id).await?;
        let number = project.id;
        recents::remember(&self.gitlab.server.place(), &project);
        // Shown at once: the list may be refused to somebody who may see the project.
        self.project.try_set(Some(project));
        let active = api::active(self.gitlab, number).await?;
        self.active.try_set(Some(Arc::new(in_order(active))));
        self.read_at.try_set(Some(clock::now()));
        Ok(())
    }

    /// Takes from the list what was disabled here, and reads it all anew.
    pub fn disabled(self, slug: &str) {
        if let Some(active) = self.active.get_untracked() {
            let left = active.iter().filter(|one| one.slug != slug).cloned().collect();
            self.active.set(Some(Arc::new(left)));
        }
        self.reload();
    }

    /// Where the project is now, when the address names it by another number or path.
    pub fn moved_to(self) -> Option<Project> {
        let id = self.id.get_value();
        self.project.get().filter(|project| has_moved_from(project, &id))
    }

    /// Whether the integration with this slug is active.
    pub fn is_active(self, slug: &str) -> bool {
        self.active.read().as_ref().is_some_and(|active| active.iter().any(|one| one.slug == slug))
    }
}

/// In the catalogue's order; those that it does not know come last.
fn in_order(mut active: Vec<Integration>) -> Vec<Integration> {
    let mut ordered = Vec::with_capacity(active.len());
    for Spec { slug, .. } in gitlab::all() {
        if let Some(at) = active.iter().position(|one| one.slug == *slug) {
            ordered.push(active.remove(at));
        }
    }
    ordered.append(&mut active);
    ordered
}
