//! What Jira was told to index, one list for each Jira: it outlives the page, and a reload of it.

use super::item::Item;
use super::kept;
use crate::api::{Cause, Error, Server};
use crate::session::Session;
use crate::store::Inventory;
use leptos::prelude::*;
use patchbay_model::gij::reindex::{ReindexProgress, ReindexTarget};
use patchbay_model::plan::{Counts, Ending, Event, Phase, Run, State};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;

/// How many requests that start a run are on their way at a time.
const AT_A_TIME: usize = 4;

/// Where one is, for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Jira was not told yet.
    Waiting,
    /// Jira is being told.
    Starting,
    /// Jira indexes it, or will.
    Running,
    /// It is over.
    Ended(Ending),
}

/// The runs of one Jira.
pub struct Runs {
    /// Who is signed in there.
    pub session: Session,
    pub(super) inventory: Inventory,
    /// All that were asked for since the tab was opened, until they are cleared.
    pub items: Vec<Item>,
    /// Those that were asked for since nothing was under way, by their numbers: what is said at the end is about these.
    pub(super) asked: Vec<u64>,
    /// Starts them.
    pub run: Run,
    /// What is sent for each integration.
    pub(super) targets: HashMap<u64, ReindexTarget>,
    /// Whether it is being found out what is to be sent.
    pub is_preparing: bool,
    /// Why the last start failed.
    pub refused: Option<Error>,
    /// Why it is not known how far they are.
    pub trouble: Option<Error>,
    /// The page that shows how far they are, by a number of its own, while one is open.
    pub(super) watched: Option<u32>,
    /// Another number for each time that the following begins: there is one at a time.
    pub(super) following: Option<u32>,
}

impl Runs {
    fn new(session: Session, inventory: Inventory, items: Vec<Item>, run: Run) -> Self {
        let mut runs = Self {
            session,
            inventory,
            items,
            asked: Vec::new(),
            run,
            targets: HashMap::new(),
            is_preparing: false,
            refused: None,
            trouble: None,
            watched: None,
            following: None,
        };
        // What was under way when the page was reloaded.
        let open = |at: &usize| !matches!(runs.stage(*at), Stage::Ended(_));
        runs.asked = (0..runs.items.len()).filter(open).map(|at| runs.items[at].id).collect();
        runs
    }

    /// Where one is.
    pub fn stage(&self, at: usize) -> Stage {
        let told = self.items.get(at).and_then(|item| item.ending);
        match (self.run.state(at), told) {
            (Some(State::Waiting | State::LeftOut) | None, _) => Stage::Waiting,
            (Some(State::UnderWay | State::Open | State::ReadingBack), _) => Stage::Starting,
            (Some(State::Ended(Ending::Done | Ending::Remarked)), None) => Stage::Running,
            (Some(State::Ended(Ending::Done | Ending::Remarked)), Some(ending)) => Stage::Ended(ending),
            (Some(State::Ended(ending)), _) => Stage::Ended(ending),
        }
    }

    /// Those that Jira indexes.
    pub(super) fn running(&self) -> Vec<usize> {
        (0..self.items.len()).filter(|at| self.stage(*at) == Stage::Running).collect()
    }

    /// The place of an integration, if it was asked for.
    pub fn place(&self, id: u64) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }

    /// How many are where: what is started and not over counts as under way.
    pub fn counts(&self) -> Counts {
        self.counts_of(&|_| true)
    }

    /// As [`Self::counts`], of these only.
    pub(super) fn counts_of(&self, is_one: &dyn Fn(u64) -> bool) -> Counts {
        let mut counts = Counts::default();
        for at in (0..self.items.len()).filter(|at| is_one(self.items[*at].id)) {
            counts.total += 1;
            *match self.stage(at) {
                Stage::Waiting => &mut counts.waiting,
                Stage::Starting | Stage::Running => &mut counts.under_way,
                Stage::Ended(Ending::Done) => &mut counts.done,
                Stage::Ended(Ending::Remarked) => &mut counts.remarked,
                Stage::Ended(Ending::Failed) => &mut counts.failed,
                Stage::Ended(Ending::Unknown) => &mut counts.unknown,
            } += 1;
        }
        counts
    }

    /// Whether this Jira has no endpoint that starts indexing, as the last start showed.
    pub fn is_unsupported(&self) -> bool {
        self.refused.as_ref().is_some_and(|error| error.cause == Cause::NoSuchAddress)
    }

    /// Whether requests that start one are still to be sent.
    pub fn is_starting(&self) -> bool {
        matches!(self.run.phase(), Phase::Running | Phase::Pausing { .. }) || self.run.flying() > 0
    }
}

thread_local! {
    static RUNS: RefCell<Vec<Runs>> = const { RefCell::new(Vec::new()) };
    static CHANGED: OnceCell<ArcTrigger> = const { OnceCell::new() };
    /// Whether it will be told in the next frame that something changed.
    static IS_TOLD: Cell<bool> = const { Cell::new(false) };
}

fn changed() -> ArcTrigger {
    CHANGED.with(|changed| changed.get_or_init(ArcTrigger::new).clone())
}

/// Makes the list of a Jira, with what this tab kept of it; once.
pub fn open(session: Session, inventory: Inventory) {
    if look(session.server, |_| ()).is_some() {
        return;
    }
    let (items, states): (Vec<_>, Vec<_>) = kept::read(session.server).into_iter().unzip();
    let mut run = Run::restored(states);
    if items.is_empty() {
        run = Run::new(0, &[], &[], AT_A_TIME);
        run.handle(Event::Start, 0.0);
    }
    RUNS.with_borrow_mut(|runs| runs.push(Runs::new(session, inventory, items, run)));
    // Somebody else may sign in.
    Owner::new().with(|| {
        Effect::new(move |was_in: Option<bool>| {
            let is_in = session.user.is_read();
            if was_in == Some(true) && !is_in {
                close(session.server);
            }
            is_in
        });
    });
}

/// Forgets what this Jira was told.
fn close(server: Server) {
    kept::forget(server);
    RUNS.with_borrow_mut(|runs| runs.retain(|runs| runs.session.server != server));
    tell();
}

/// Looks at the runs of a Jira.
pub fn look<R>(server: Server, look: impl FnOnce(&Runs) -> R) -> Option<R> {
    RUNS.with_borrow(|runs| runs.iter().find(|runs| runs.session.server == server).map(look))
}

/// As [`look`]; followed.
pub fn follow<R>(server: Server, see: impl FnOnce(&Runs) -> R) -> Option<R> {
    changed().track();
    look(server, see)
}

/// Changes the runs of a Jira, keeps what they are for this tab, and tells those who follow.
pub fn update<R>(server: Server, change: impl FnOnce(&mut Runs) -> R) -> Option<R> {
    let result = RUNS.with_borrow_mut(|runs| {
        let runs = runs.iter_mut().find(|runs| runs.session.server == server)?;
        let result = change(runs);
        kept::keep(server, &runs.items, runs.run.states());
        Some(result)
    });
    tell();
    result
}

/// Once a frame is enough.
fn tell() {
    if !IS_TOLD.replace(true) {
        request_animation_frame(|| {
            IS_TOLD.set(false);
            changed().notify();
        });
    }
}

/// The last runs that failed, for what needs attention; followed.
pub fn failed_runs(server: Server) -> Vec<(u64, ReindexProgress)> {
    let failed = |runs: &Runs| {
        let has_failed = |at: &usize| runs.stage(*at) == Stage::Ended(Ending::Failed);
        let of = |at: usize| {
            (
                runs.items[at].id,
                ReindexProgress { finished: true, success: Some(false), ..Default::default() },
            )
        };
        (0..runs.items.len()).filter(has_failed).map(of).collect()
    };
    follow(server, failed).unwrap_or_default()
}

/// Changes one of the list.
pub fn set(server: Server, step: usize, change: impl FnOnce(&mut Item)) {
    update(server, |runs| runs.items.get_mut(step).map(change));
}
