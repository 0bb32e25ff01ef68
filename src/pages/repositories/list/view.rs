//! The page as its pieces share it: what is read, what is asked for, what is shown and chosen.

use super::asked::{Asked, Facet};
use super::rows::{Filter, RepositoryRow, order, rows};
use crate::api::{Loaded, jira};
use crate::browser::clock;
use crate::browser::reactive::memo;
use crate::pages::selecting::{Pick, Shown};
use crate::route::{JiraPage, JiraRoute, Navigation, Route, TableQuery, navigation};
use crate::session::{Session, session};
use crate::store::{Inventory, Selection, inventory};
use crate::ui::Popup;
use leptos::prelude::*;
use patchbay_model::Odd;
use patchbay_model::gij::{RepositoryBrief, RepositoryState};
use std::sync::Arc;

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Repositories {
    /// The repositories of the integration, as Jira lists them.
    pub rows: Arc<Vec<RepositoryRow>>,
    /// What could not be read.
    pub odd: Arc<Vec<Odd>>,
}

/// The page; copies are the same.
#[derive(Clone, Copy)]
pub struct View {
    /// Jira.
    pub session: Session,
    /// Its integrations and projects.
    pub inventory: Inventory,
    navigation: Navigation,
    /// The integration.
    pub integration: u64,
    /// What was read.
    pub read: Loaded<Repositories>,
    /// What is asked for.
    pub asked: Memo<Asked>,
    /// Indexes of the rows that are shown, in their order.
    pub shown: Shown,
    /// The checkboxes that were pressed, until the dock has taken them.
    pub picks: RwSignal<Vec<Pick>>,
    /// Which are chosen, by their ids.
    pub selection: Selection,
    /// The values of each facet, in the order of [`Facet::ALL`].
    pub facets: [Popup; 4],
}

impl View {
    /// Reads the repositories of an integration for the page that is being drawn.
    pub fn new(integration: u64) -> Self {
        let (session, inventory, navigation) = (session(), inventory(), navigation());
        let read = Loaded::<Repositories>::new();
        read.load(move || async move {
            let listed = jira::list_repositories(session.server, Some(integration)).await?;
            let of = |brief: &RepositoryBrief| brief.integration == Some(integration);
            let read = listed.read.into_iter().filter(of).collect();
            Ok(Repositories { rows: Arc::new(rows(read)), odd: Arc::new(listed.odd) })
        });
        let asked = Memo::new(move |last: Option<&Asked>| match navigation.route() {
            Route::Jira(JiraRoute { server, page: JiraPage::Repositories(id, query) })
                if session.owns(&server) && id == integration =>
            {
                Asked::of(&query)
            }
            // On the way to another page: nothing changes any more.
            _ => last.cloned().unwrap_or_default(),
        });
        let by = memo(move || (asked.read().sort, asked.read().descending));
        let all = memo(move || read.with(|read| read.map(|read| read.rows.clone()).unwrap_or_default()));
        // Sorting and filtering are apart, so that a keystroke sorts nothing.
        let sorted = memo(move || {
            let (sort, descending) = by.get();
            Arc::new(order(&all.read(), sort, descending))
        });
        let shown = memo(move || {
            let (all, asked, now) = (all.get(), asked.get(), clock::ticking().get());
            let filter = Filter::new(&asked, now);
            let kept = sorted.get().iter().copied().filter(|at| filter.keeps(&all[*at], None)).collect();
            Arc::new(kept)
        });
        let facets = [(); 4].map(|()| Popup::new(false));
        let (picks, selection) = (RwSignal::new(Vec::new()), Selection::new());
        Self { session, inventory, navigation, integration, read, asked, shown, picks, selection, facets }
    }

    /// All repositories; followed.
    pub fn rows(self) -> Arc<Vec<RepositoryRow>> {
        self.read.with(|read| read.map(|read| read.rows.clone()).unwrap_or_default())
    }

    /// Whether Jira says of any what it does with it; followed.
    pub fn has_states(self) -> bool {
        self.rows().iter().any(|row| row.brief.state.is_some())
    }

    /// How many have an error; followed.
    pub fn errors(self) -> usize {
        let has_error = |row: &&RepositoryRow| row.brief.state == Some(RepositoryState::Error);
        self.rows().iter().filter(has_error).count()
    }

    /// The ids of those that are shown, in their order; followed.
    pub fn shown_ids(self) -> Vec<u64> {
        let rows = self.rows();
        self.shown.read().iter().filter_map(|at| rows.get(*at)).map(|row| row.brief.id).collect()
    }

    /// Asks for something else: a step in the history.
    pub fn ask(self, asked: &Asked) {
        self.navigation.go(self.route(asked.query()));
    }

    /// The same without a step in the history, for each keystroke in the search.
    pub fn amend(self, asked: &Asked) {
        self.navigation.amend_soon(self.route(asked.query()));
    }

    fn route(self, query: TableQuery) -> Route {
        self.session.route(JiraPage::Repositories(self.integration, query))
    }

    /// The page with only those that have this value of a facet.
    pub fn narrowed(self, facet: Facet, value: &str) -> String {
        let mut asked = self.asked.get_untracked().cleared();
        asked.facets[facet as usize] = vec![value.to_owned()];
        self.route(asked.query()).to_string()
    }

    /// The values of a facet that are chosen, and what chooses others.
    pub fn choice(self, facet: Facet) -> (Signal<Vec<String>>, Callback<Vec<String>>) {
        let selected = Signal::derive(move || self.asked.read().facets[facet as usize].clone());
        let change = move |values| {
            let mut asked = self.asked.get_untracked();
            asked.facets[facet as usize] = values;
            self.ask(&asked);
        };
        (selected, Callback::new(change))
    }
}
