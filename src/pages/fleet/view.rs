//! The table of one page as its pieces share it: what is asked for, which rows are shown and which columns there are.

use super::asked::{Asked, Facet, Sort};
use super::columns::Columns;
use super::filter::Filter;
use super::fleet::{Fleet, Tally, key_of};
use super::kept::{FleetId, Kept};
use super::order::Places;
use crate::browser::reactive::memo;
use crate::browser::{collate, surroundings};
use crate::pages::gitlab::search_direct::{Direct, Reader, direct};
use crate::pages::selecting::{Pick, Shown};
use crate::plan::Phase;
use crate::route::{GitLabPage, GitLabRoute, Navigation, Route, TableQuery, navigation};
use crate::session::{Session, Sessions};
use crate::store::Selection;
use crate::ui::RowId;
use leptos::prelude::*;
use patchbay_model::gitlab::Level;
use std::sync::Arc;

/// What is added to the entries of rows that are no project or group: what follows is the index of a namespace.
const HEADER: usize = 1 << 30;

/// How much a list must grow before its names are sorted anew while it is being read, as a divisor of its length: otherwise
/// 5,000 names would be sorted fifty times.
const GROWTH: usize = 4;

/// The page; copies are the same.
#[derive(Clone, Copy)]
pub struct FleetView {
    /// What was read.
    pub id: FleetId,
    /// The GitLab.
    pub session: Session,
    sessions: Sessions,
    /// What the address asks for.
    pub asked: Memo<Asked>,
    /// Asks for something else.
    pub set: Callback<Asked>,
    /// The checkboxes that were pressed, until the dock has taken them.
    pub picks: RwSignal<Vec<Pick>>,
    /// Which are chosen.
    pub selection: Selection,
    /// What the reading is doing.
    pub phase: Memo<Phase>,
    /// How many have each integration.
    pub tallies: Memo<Vec<Tally>>,
    /// The columns.
    pub columns: Memo<Columns>,
    /// The groups that something is in.
    pub places: Memo<ByPlace>,
    /// The indexes of the projects and groups that are shown.
    pub shown: Shown,
    /// The rows, with those that head a group.
    pub rows: Memo<Arc<Vec<RowId>>>,
}

/// Equal only to itself: so nothing is compared that was just made.
#[derive(Clone, Default)]
pub struct ByPlace(pub Arc<Places>, u64, bool);

impl PartialEq for ByPlace {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowOf {
    /// The project or group at this index.
    Entry(usize),
    /// The group at this index of [`Places::namespaces`], above what is in it.
    Header(usize),
}

impl RowOf {
    /// What the row with this entry is about.
    pub fn read(entry: usize) -> Self {
        if entry >= HEADER { Self::Header(entry - HEADER) } else { Self::Entry(entry) }
    }
}

impl FleetView {
    /// The page that shows what was read.
    pub fn new(id: FleetId, session: Session, sessions: Sessions, selection: Selection) -> Self {
        let navigation = navigation();
        let asked = Memo::new(move |last: Option<&Asked>| match navigation.route() {
            Route::GitLab(GitLabRoute { page: GitLabPage::Fleet { query, .. }, .. }) => Asked::of(&query),
            // On the way to another page: nothing changes any more.
            _ => last.cloned().unwrap_or_default(),
        });
        let set = Callback::new(move |asked: Asked| {
            if let Some(route) = with_query(untrack(|| navigation.route()), asked.query()) {
                navigation.go(route);
            }
        });
        let phase = memo(move || id.follow(|kept| kept.reading.phase()).unwrap_or(Phase::Idle));
        let tallies = memo(move || id.follow(|kept| kept.fleet.tallies()).unwrap_or_default());
        let is_reading = memo(move || phase.get().is_going());
        // Apart from the rest, so that a keystroke chooses no columns.
        let chosen = memo(move || asked.read().columns.clone());
        let columns = Memo::new(move |before: Option<&Columns>| {
            let (tallies, chosen, is_reading) = (tallies.read(), chosen.read(), is_reading.get());
            let before = before.map_or(&[][..], |before| before.shown.as_slice());
            let columns = id.look(|kept| Columns::of(&kept.fleet, &tallies, &chosen, is_reading, before));
            columns.unwrap_or_default()
        });
        let places = Memo::new(move |before: Option<&ByPlace>| {
            let of = |kept: &Kept| {
                let members = kept.fleet.members;
                let is_done = !kept.reading.is_listing();
                let is_enough = |ByPlace(places, sorted, was_done): &ByPlace| {
                    let (known, now) = (places.namespace_of.len(), kept.fleet.entries.len());
                    *sorted == members || (!is_done && !was_done && now - now.min(known) < known / GROWTH)
                };
                match before.filter(|before| is_enough(before)) {
                    Some(before) => before.clone(),
                    None => {
                        let places = Places::of(&kept.fleet, &|names| collate::order(names));
                        ByPlace(Arc::new(places), members, is_done)
                    }
                }
            };
            id.follow(of).unwrap_or_default()
        });
        let members = memo(move || id.follow(|kept| kept.fleet.members).unwrap_or_default());
        // Another number with each answer.
        let changes = Memo::new(move |last: Option<&u64>| {
            id.follow(|_| ());
            last.map_or(0, |last| last + 1)
        });
        let by = memo(move || (asked.read().sort, asked.read().descending));
        let sorted = memo(move || {
            let (sort, descending) = by.get();
            members.track();
            if sort == Sort::Count {
                changes.track();
            }
            let places = places.get();
            Arc::new(id.look(|kept| places.0.order(&kept.fleet, sort, descending)).unwrap_or_default())
        });
        let shown = memo(move || {
            let (sorted, asked) = (sorted.get(), asked.read());
            let depends = [Facet::Has, Facet::Lacks, Facet::Inherits, Facet::Read];
            if depends.into_iter().any(|facet| !asked.values(facet).is_empty()) {
                changes.track();
            }
            let shown = id.look(|kept| {
                let Kept { fleet, reading, .. } = kept;
                let filter =
                    Filter::new(&asked, fleet, reading.reads_groups, &|text| meant(session, sessions, text));
                let keeps = |at: &usize| fleet.entries.get(*at).is_some_and(|entry| filter.keeps(entry));
                sorted.iter().copied().filter(keeps).collect::<Vec<usize>>()
            });
            Arc::new(shown.unwrap_or_default())
        });
        let rows = memo(move || {
            let (shown, places, is_grouped) = (shown.get(), places.get(), by.get().0 == Sort::Place);
            Arc::new(id.look(|kept| rows(&kept.fleet, &shown, &places.0, is_grouped)).unwrap_or_default())
        });
        let picks = RwSignal::new(Vec::new());
        Self {
            id,
            session,
            sessions,
            asked,
            set,
            picks,
            selection,
            phase,
            tallies,
            columns,
            places,
            shown,
            rows,
        }
    }
}

impl FleetView {
    /// What a text that somebody pasted means.
    pub fn meant(self, text: &str) -> Option<Direct> {
        meant(self.session, self.sessions, text)
    }
}

/// What a text that somebody typed or pasted means on this server.
pub fn meant(session: Session, sessions: Sessions, text: &str) -> Option<Direct> {
    let places: Vec<String> = sessions.gitlab.iter().map(|session| session.server.place()).collect();
    let here = session.server.place();
    let reader =
        Reader { here: &here, level: Level::Project, places: &places, ascii: &surroundings::ascii_host };
    direct(text, reader)
}

/// The row whose page was left for the table that is being drawn, by its key; only the first who asks is told. The table is
/// scrolled to where it was left.
pub fn came_from(navigation: Navigation) -> Option<u64> {
    navigation.restore_scroll();
    let Some(Route::GitLab(GitLabRoute { level, page, .. })) = navigation.take_came_from() else {
        return None;
    };
    match page {
        GitLabPage::Home { id, .. } | GitLabPage::Integration { id, .. } => {
            Some(key_of(level, id.parse().ok()?))
        }
        GitLabPage::Search { .. } | GitLabPage::Fleet { .. } | GitLabPage::Plan { .. } => None,
    }
}

/// The same page with another query.
pub fn with_query(route: Route, query: TableQuery) -> Option<Route> {
    match route {
        Route::GitLab(GitLabRoute { server, level, page: GitLabPage::Fleet { slug, scope, .. } }) => {
            Some(Route::GitLab(GitLabRoute { server, level, page: GitLabPage::Fleet { slug, scope, query } }))
        }
        _ => None,
    }
}

/// The rows of these entries; where they are grouped, with one above each group.
fn rows(fleet: &Fleet, shown: &[usize], places: &Places, is_grouped: bool) -> Vec<RowId> {
    let mut rows = Vec::with_capacity(shown.len() + if is_grouped { places.namespaces.len() } else { 0 });
    let mut last = None;
    for &entry in shown {
        let namespace = places.namespace_of.get(entry).copied();
        // A group that is a row itself heads what is in it.
        let is_head = fleet.entries.get(entry).is_some_and(|entry| entry.home.level == Level::Group);
        if let Some(namespace) = namespace.filter(|_| is_grouped && !is_head && namespace != last) {
            rows.push(RowId { entry: HEADER + namespace, key: 1 << 62 | namespace as u64 });
        }
        last = namespace;
        rows.push(RowId {
            entry,
            key: fleet.entries.get(entry).map(|entry| entry.key()).unwrap_or_default(),
        });
    }
    rows
}
