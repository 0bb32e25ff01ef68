//! What is looked at of one Jira, and what is found in it.

use crate::api::{Loaded, jira};
use crate::browser::reactive::memo;
use crate::pages::repositories::reindex::failed_runs;
use crate::session::Session;
use crate::store::Inventory;
use leptos::prelude::*;
use patchbay_model::gij::health::{Examined, Finding, Known, examined, findings};
use patchbay_model::gij::{IntegrationType, RepositoryBrief, RepositoryState};
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
    /// Its integrations.
    pub integrations: Loaded<Arc<Vec<Examined>>>,
    /// Those of its repositories that have an error.
    pub repositories: Loaded<Arc<Vec<RepositoryBrief>>>,
    /// What was found.
    pub found: Memo<Arc<Vec<Finding>>>,
}

impl Looked {
    /// Nothing yet.
    pub fn new(session: Session, inventory: Inventory) -> Self {
        let integrations = Loaded::<Arc<Vec<Examined>>>::new();
        let repositories = Loaded::<Arc<Vec<RepositoryBrief>>>::new();
        let found = memo(move || {
            let (all, errors) =
                (integrations.get().unwrap_or_default(), repositories.get().unwrap_or_default());
            let runs = failed_runs(session.server);
            let known = Known { repositories: &errors, runs: &runs };
            let now = integrations.read_at().unwrap_or_default();
            Arc::new(findings(&all, known, now, ALLOWED_HOURS))
        });
        Self { session, inventory, integrations, repositories, found }
    }

    /// Reads all of it.
    pub fn read(self) {
        let server = self.session.server;
        self.integrations.load(move || async move {
            Ok(Arc::new(match jira::list_with(server, examined).await? {
                Ok(all) => all,
                Err(listed) => listed.read.iter().map(Examined::of).collect(),
            }))
        });
        self.repositories.load(move || async move {
            let listed = jira::list_repositories(server, None).await?;
            // Jira lists those of all integrations: no more is kept than is looked at.
            let has_error = |one: &RepositoryBrief| one.state == Some(RepositoryState::Error);
            Ok(Arc::new(listed.read.into_iter().filter(has_error).collect()))
        });
    }

    /// The name and the type of an integration; followed.
    pub fn integration(self, id: u64) -> Option<(String, IntegrationType)> {
        self.integrations.with(|all| {
            let one = all?.iter().find(|one| one.brief.id == id)?;
            Some((one.brief.name().to_owned(), one.brief.kind.clone()))
        })
    }
}
