//! What is looked at of one Jira, and what is found in it.

use crate::api::{Loaded, jira};
use crate::browser::effect::effect;
use crate::browser::reactive::memo;
use crate::browser::slices::Slices;
use crate::browser::task::spawn;
use crate::pages::repositories::reindex::failed_runs;
use crate::session::Session;
use crate::store::{Inventory, attention};
use leptos::prelude::*;
use patchbay_model::gij::health::{Concern, Finding, Known, findings};
use patchbay_model::gij::{Brief, IntegrationType, RepositoryBrief, RepositoryState};
use std::cell::RefCell;
use std::sync::Arc;

/// Hours that an integration may go without being indexed.
pub const ALLOWED_HOURS: f64 = 24.0;

/// What is looked at of one Jira; copies are the same.
#[derive(Clone, Copy)]
pub struct Looked {
    /// Who is signed in there.
    pub session: Session,
    /// What is known of its integrations.
    pub inventory: Inventory,
    /// Those of its repositories that have an error.
    pub repositories: Loaded<Arc<Vec<RepositoryBrief>>>,
    /// What was found; `None` until it was looked.
    pub found: RwSignal<Option<Arc<Vec<Finding>>>>,
}

/// Whose Jira it is and when that was read, and those of its repositories that had an error then.
type Kept = (Session, Option<f64>, Arc<Vec<RepositoryBrief>>);

thread_local! {
    /// As last read, so that the page is at once as it was left.
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

impl Looked {
    /// What was read last for whom is signed in; else nothing yet.
    pub fn new(session: Session, inventory: Inventory) -> Self {
        let repositories = Loaded::<Arc<Vec<RepositoryBrief>>>::new();
        let since = move || untrack(|| session.user.read_at());
        let kept = KEPT.with_borrow(|kept| {
            let mut kept = kept.iter();
            kept.find(|(of, at, _)| *of == session && *at == since()).map(|(.., kept)| kept.clone())
        });
        if let Some(kept) = kept {
            repositories.set(kept);
        }
        effect(move || {
            if let Some(read) = repositories.get() {
                KEPT.with_borrow_mut(|kept| {
                    kept.retain(|(of, ..)| *of != session);
                    kept.push((session, since(), read));
                });
            }
        });
        let looked = Self { session, inventory, repositories, found: RwSignal::new(None) };
        let runs = memo(move || failed_runs(session.server));
        // Another number for each look: what an older one finds is out of date.
        let newest = StoredValue::new(0_u32);
        effect(move || {
            let (rows, errors, runs) =
                (inventory.list.get(), repositories.get().unwrap_or_default(), runs.get());
            let now = inventory.list.read_at().unwrap_or_default();
            newest.update_value(|newest| *newest += 1);
            let Some(rows) = rows else { return looked.found.set(None) };
            let this = newest.get_value();
            spawn(async move {
                let all: Vec<&Brief> = rows.iter().map(|row| &*row.integration).collect();
                let known = Known { repositories: &errors, runs: &runs };
                let mut slices = Slices::new();
                let found =
                    findings(&all, known, now, ALLOWED_HOURS, &mut async || slices.rest().await).await;
                // The page may have been left meanwhile.
                if newest.try_get_value() == Some(this) {
                    looked.tell(found);
                }
            });
        });
        looked
    }

    /// Shows what was found, and has the list of integrations count what it cannot see itself.
    fn tell(self, found: Vec<Finding>) {
        let failed = found.iter().filter(|finding| finding.concern == Concern::Failed);
        self.inventory.failed.set_value(failed.flat_map(|finding| finding.ids.clone()).collect());
        attention::count(self.inventory);
        self.found.set(Some(Arc::new(found)));
    }

    /// Reads what is not in the list of integrations.
    pub fn read_repositories(self) {
        let server = self.session.server;
        self.repositories.load(move || async move {
            let listed = jira::list_repositories(server, None).await?;
            // Jira lists those of all integrations: no more is kept than is looked at.
            let has_error = |one: &RepositoryBrief| one.state == Some(RepositoryState::Error);
            Ok(Arc::new(listed.read.into_iter().filter(has_error).collect()))
        });
    }

    /// Reads all of it again.
    pub fn read_again(self) {
        self.inventory.reload();
        self.read_repositories();
    }

    /// Whether any of it is being read; followed.
    pub fn is_busy(self) -> bool {
        let (list, repositories) = (self.inventory.list.loading().get(), self.repositories.loading().get());
        list || repositories
    }

    /// Whether the last reading of any of it failed; followed.
    pub fn has_failed(self) -> bool {
        let (list, repositories) = (self.inventory.list.error(), self.repositories.error());
        list.is_some() || repositories.is_some()
    }

    /// What was found; followed.
    pub fn all_found(self) -> Arc<Vec<Finding>> {
        self.found.get().unwrap_or_default()
    }

    /// The name and the type of an integration; followed.
    pub fn integration(self, id: u64) -> Option<(String, IntegrationType)> {
        let row = self.inventory.row(id)?;
        Some((row.integration.name().to_owned(), row.integration.kind.clone()))
    }
}
