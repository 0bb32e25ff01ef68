//! The repositories that are being enabled or disabled: one batch at a time, which outlives the page.

use crate::api::{Error, Server};
use crate::store::Inventory;
use crate::store::work::UnderWay;
use leptos::prelude::*;
use patchbay_model::gij::RepositoryBrief;
use patchbay_model::plan::{Counts, Ending, Phase, Run};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;

/// A repository that is to be enabled or disabled.
#[derive(Clone, Debug, PartialEq)]
pub struct Turned {
    /// Its number.
    pub id: u64,
    /// Its name.
    pub name: String,
}

/// What is done with repositories of one integration at a time.
pub struct Batch {
    pub(super) server: Server,
    pub(super) integration: u64,
    pub(super) inventory: Inventory,
    /// Whether they are enabled.
    pub on: bool,
    /// The repositories, a step each.
    pub all: Vec<Turned>,
    /// Where each is.
    pub run: Run,
    /// Why those that failed did.
    pub(super) said: HashMap<usize, String>,
    /// Why nothing more is sent.
    pub error: Option<Error>,
    /// Whether it is being read back: until then nothing else begins.
    pub(super) is_read_back: bool,
    /// Whether it is over, and was read back.
    pub is_over: bool,
    /// Nothing else begins with them until these are dropped.
    pub(super) under_way: HashMap<usize, UnderWay>,
    /// What is told what Jira has now; nothing once its page was left.
    pub(super) on_read: Callback<Vec<RepositoryBrief>>,
}

impl Batch {
    /// How many are where.
    pub fn counts(&self) -> Counts {
        self.run.counts()
    }

    /// Those that are not as asked, and why.
    pub fn failed(&self) -> Vec<(Turned, String)> {
        let bad = |at: &usize| {
            use patchbay_model::plan::State::Ended;
            matches!(self.run.state(*at), Some(Ended(Ending::Failed | Ending::Unknown | Ending::Remarked)))
                || self.said.contains_key(at)
        };
        let told = |at: usize| (self.all[at].clone(), self.said.get(&at).cloned().unwrap_or_default());
        (0..self.all.len()).filter(bad).map(told).collect()
    }

    /// Whether it is under way.
    pub fn is_going(&self) -> bool {
        // What could not even be read at first waits for nothing.
        let has_begun = self.error.is_none() || self.run.phase() != Phase::Ready;
        // What is on its way still answers, and only one batch can take it.
        let is_stopped = matches!(self.run.phase(), Phase::Stopped(_)) && self.run.flying() == 0;
        !self.is_over && has_begun && !is_stopped
    }
}

thread_local! {
    static BATCH: RefCell<Option<Batch>> = const { RefCell::new(None) };
    static CHANGED: OnceCell<ArcTrigger> = const { OnceCell::new() };
    static IS_TOLD: Cell<bool> = const { Cell::new(false) };
}

fn changed() -> ArcTrigger {
    CHANGED.with(|changed| changed.get_or_init(ArcTrigger::new).clone())
}

/// Looks at what is done with repositories of this integration; followed.
pub fn follow<R>(server: Server, integration: u64, look: impl FnOnce(&Batch) -> R) -> Option<R> {
    changed().track();
    BATCH.with_borrow(|batch| {
        let of = |batch: &&Batch| batch.server == server && batch.integration == integration;
        batch.as_ref().filter(of).map(look)
    })
}

/// Whether repositories are being enabled or disabled, of any integration; followed.
pub fn is_going() -> bool {
    changed().track();
    BATCH.with_borrow(|batch| batch.as_ref().is_some_and(Batch::is_going))
}

/// Takes the place of what there was.
pub(super) fn put(batch: Option<Batch>) {
    BATCH.set(batch);
    changed().notify();
}

/// Looks at what is done now, of any integration.
pub(super) fn of_now<R>(look: impl FnOnce(&Batch) -> R) -> Option<R> {
    BATCH.with_borrow(|batch| batch.as_ref().map(look))
}

/// Changes it, and tells those who follow: once a frame is enough.
pub(super) fn update<R>(change: impl FnOnce(&mut Batch) -> R) -> Option<R> {
    let result = BATCH.with_borrow_mut(|batch| batch.as_mut().map(change));
    if !IS_TOLD.replace(true) {
        request_animation_frame(|| {
            IS_TOLD.set(false);
            changed().notify();
        });
    }
    result
}
