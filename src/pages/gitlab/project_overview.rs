//! A project as read: itself, and its active integrations.

use super::about_project::has_moved_from;
use super::recents;
use crate::api::{Holder, Loaded, gitlab as api};
use crate::browser::effect::effect;
use crate::session::Session;
use crate::store::work;
use leptos::prelude::*;
use patchbay_model::Odd;
use patchbay_model::gitlab::{self, Integration, Project};
use std::sync::Arc;

/// A project as last read; copies are the same.
#[derive(Clone, Copy)]
pub struct Overview {
    /// Who is signed in, and where.
    pub session: Session,
    /// Its number or full path, as the address names it.
    id: StoredValue<String>,
    /// The project. Shown as soon as it is read: the list may be refused to somebody who may see the project.
    pub project: RwSignal<Option<Project>>,
    /// The active integrations in the catalogue's order, then those that it does not know.
    pub active: Loaded<Arc<Vec<Integration>>>,
    /// Entries of the list that could not be read.
    pub odd: RwSignal<Vec<Odd>>,
}

impl Overview {
    /// Begins to read it.
    pub fn new(session: Session, id: String) -> Self {
        let overview = Self {
            session,
            id: StoredValue::new(id.clone()),
            project: RwSignal::new(None),
            active: Loaded::new(),
            odd: RwSignal::new(Vec::new()),
        };
        let (server, id): (_, Arc<str>) = (session.server, id.into());
        overview.active.load(move || {
            let id = id.clone();
            async move {
                let project = api::project(server, &id).await?;
                let holder = Holder::Project(project.id);
                recents::remember(&server.place(), &project);
                overview.project.try_set(Some(project));
                let listed = api::active(server, holder).await?;
                overview.odd.try_set(listed.odd);
                Ok(Arc::new(in_order(listed.read)))
            }
        });
        // A change that was begun on another page may end after the list was read.
        let mut before = 0;
        effect(move || {
            let under_way = work::count(server);
            if under_way < before {
                overview.active.reload();
            }
            before = under_way;
        });
        overview
    }

    /// Removes what was disabled here from the list; the list is also read again.
    pub fn disabled(self, slug: &str) {
        self.active.update(|active| {
            let left = active.iter().filter(|one| one.slug != slug).cloned().collect();
            *active = Arc::new(left);
        });
    }

    /// Where the project is now, when the address names it by another number or path.
    pub fn moved_to(self) -> Option<Project> {
        let id = self.id.get_value();
        self.project.get().filter(|project| has_moved_from(project, &id))
    }

    /// Whether the integration with this slug is active.
    pub fn is_active(self, slug: &str) -> bool {
        self.active.with(|active| active.is_some_and(|active| active.iter().any(|one| one.slug == slug)))
    }
}

/// In the catalogue's order; those that it does not know come last.
fn in_order(mut active: Vec<Integration>) -> Vec<Integration> {
    active.sort_by_key(|one| gitlab::all().position(|spec| spec.slug == one.slug).unwrap_or(usize::MAX));
    active
}
