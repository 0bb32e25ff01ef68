//! A project or group as read: itself, and its active integrations.

use super::about_groups::is_too_old;
use super::about_home::has_moved_from;
use super::recents;
use super::words::target;
use crate::api::{Loaded, gitlab as api};
use crate::browser::effect::effect;
use crate::session::Session;
use crate::store::work;
use leptos::prelude::*;
use patchbay_model::Odd;
use patchbay_model::gitlab::{self, Home, Integration, Level, Target};
use std::sync::Arc;

/// A project or group as last read; copies are the same.
#[derive(Clone, Copy)]
pub struct Overview {
    /// Who is signed in, and where.
    pub session: Session,
    /// Whether it is a project or a group.
    pub level: Level,
    /// Its number or full path, as the address names it.
    id: StoredValue<String>,
    /// The project or group. Shown as soon as it is read: the list may be refused to somebody who may see it.
    pub home: RwSignal<Option<Home>>,
    /// The active integrations in the catalogue's order, then those that it does not know.
    pub active: Loaded<Arc<Vec<Integration>>>,
    /// Entries of the list that could not be read.
    pub odd: RwSignal<Vec<Odd>>,
}

impl Overview {
    /// Begins to read it.
    pub fn new(session: Session, level: Level, id: String) -> Self {
        let overview = Self {
            session,
            level,
            id: StoredValue::new(id.clone()),
            home: RwSignal::new(None),
            active: Loaded::new(),
            odd: RwSignal::new(Vec::new()),
        };
        let (server, id): (_, Arc<str>) = (session.server, id.into());
        overview.active.load(move || {
            let id = id.clone();
            async move {
                let home = api::home(server, level, &id).await?;
                let holder = (&home).into();
                recents::remember(&server.place(), &home);
                overview.home.try_set(Some(home));
                if level == Level::Group && is_too_old(session).await {
                    return Ok(Arc::default());
                }
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

    /// Where it is now, when the address names it by another number or path.
    pub fn moved_to(self) -> Option<Home> {
        let id = self.id.get_value();
        self.home.get().filter(|home| has_moved_from(home, &id))
    }

    /// What is known of the server and the place, for the catalogue; followed.
    pub fn target(self) -> Target {
        target(self.session, self.level)
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
