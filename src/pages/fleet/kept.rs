//! The fleets that were read: they outlive their pages and end with the session. Nothing of them is stored.

use super::compare::run::Comparing;
use super::fleet::Fleet;
use super::reading::Reading;
use super::scope::Scope;
use crate::browser::clock;
use crate::session::Session;
use crate::store::Selection;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::time::Duration;

/// How many are kept: reading one again takes as long as the first time.
const KEPT: usize = 4;

/// How much time is between two moments at which it is shown what was read, in milliseconds: hundreds of answers may come in
/// a second, and to draw them takes longer than to take them.
const BETWEEN: f64 = 250.0;

/// A fleet with what is known of its reading.
pub struct Kept {
    /// The GitLab.
    pub session: Session,
    /// Which projects and groups.
    pub scope: Scope,
    /// What was read.
    pub fleet: Fleet,
    /// How far it is read.
    pub reading: Reading,
    /// The integrations of it that were compared.
    pub compared: Vec<Comparing>,
    id: u32,
    selection: Selection,
    changed: ArcTrigger,
    /// Ends with it.
    owner: Owner,
}

impl Kept {
    /// How many projects and groups are rows.
    pub fn rows(&self) -> usize {
        let (projects, groups) = self.fleet.counts();
        if self.reading.reads_groups { projects + groups } else { projects }
    }
}

/// A fleet that is kept; copies are the same. What it is asked of a fleet that ended is nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct FleetId(u32);

thread_local! {
    /// The one that was opened last is the last one.
    static FLEETS: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
    static NUMBER: Cell<u32> = const { Cell::new(0) };
    /// The fleets of which it will soon be told that they changed.
    static TOLD: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
    /// When it was told last, in epoch milliseconds.
    static LAST: Cell<f64> = const { Cell::new(0.0) };
}

/// The fleet of this scope as it was read before, or a new one that is not read; and whether it is new.
pub fn open(session: Session, scope: &Scope) -> (FleetId, bool) {
    let known = FLEETS.with_borrow_mut(|fleets| {
        let at = fleets.iter().position(|kept| kept.session == session && kept.scope == *scope)?;
        let kept = fleets.remove(at);
        let id = kept.id;
        fleets.push(kept);
        Some(FleetId(id))
    });
    if let Some(known) = known {
        return (known, false);
    }
    let number = NUMBER.get() + 1;
    NUMBER.set(number);
    // Without the page around it as its parent, with which it would end.
    let owner = Owner::default();
    let selection = owner.with(Selection::new);
    owner.with(|| {
        // Somebody else may sign in, who may be allowed to see less.
        Effect::new(move |was_in: Option<bool>| {
            let is_in = session.user.is_read();
            if was_in == Some(true) && !is_in {
                forget(session);
            }
            is_in
        });
    });
    let kept = Kept {
        session,
        scope: scope.clone(),
        fleet: Fleet::default(),
        reading: Reading::new(Vec::new(), Vec::new(), false),
        compared: Vec::new(),
        id: number,
        selection,
        changed: ArcTrigger::new(),
        owner,
    };
    let ended = FLEETS.with_borrow_mut(|fleets| {
        fleets.push(kept);
        (fleets.len() > KEPT).then(|| fleets.remove(0))
    });
    if let Some(ended) = ended {
        ended.owner.cleanup();
    }
    (FleetId(number), true)
}

/// Forgets what was read of a server. What is on its way ends without it.
fn forget(session: Session) {
    let ended: Vec<Kept> = FLEETS.with_borrow_mut(|fleets| {
        let (ended, rest) = std::mem::take(fleets).into_iter().partition(|kept| kept.session == session);
        *fleets = rest;
        ended
    });
    for kept in ended {
        // Not from within its own effect.
        request_animation_frame(move || kept.owner.cleanup());
    }
}

/// The fleet of this server that was opened last.
pub fn last_of(session: Session) -> Option<FleetId> {
    FLEETS.with_borrow(|fleets| {
        fleets.iter().rev().find(|kept| kept.session == session).map(|kept| FleetId(kept.id))
    })
}

impl FleetId {
    /// All of this server.
    pub fn all_of(session: Session) -> Vec<Self> {
        FLEETS.with_borrow(|fleets| {
            let own = fleets.iter().filter(|kept| kept.session == session);
            own.map(|kept| Self(kept.id)).collect()
        })
    }

    /// Looks at it.
    pub fn look<R>(self, look: impl FnOnce(&Kept) -> R) -> Option<R> {
        FLEETS.with_borrow(|fleets| fleets.iter().find(|kept| kept.id == self.0).map(look))
    }

    /// Looks at it; followed.
    pub fn follow<R>(self, look: impl FnOnce(&Kept) -> R) -> Option<R> {
        if let Some(changed) = self.look(|kept| kept.changed.clone()) {
            changed.track();
        }
        self.look(look)
    }

    /// Changes it, and tells those who follow.
    pub fn update<R>(self, change: impl FnOnce(&mut Kept) -> R) -> Option<R> {
        let result =
            FLEETS.with_borrow_mut(|fleets| fleets.iter_mut().find(|kept| kept.id == self.0).map(change));
        self.tell();
        result
    }

    /// Which of its projects and groups are chosen, by their keys.
    pub fn selection(self) -> Option<Selection> {
        self.look(|kept| kept.selection)
    }

    /// Forgets the choice of what is not there any more.
    pub fn settle(self) {
        let keys = self.look(|kept| kept.fleet.entries.iter().map(|entry| entry.key()).collect::<Vec<u64>>());
        if let (Some(selection), Some(mut keys)) = (self.selection(), keys) {
            keys.sort_unstable();
            selection.retain(&|key| keys.binary_search(&key).is_ok());
        }
    }

    /// In the next frame, unless that is too soon after the last time.
    fn tell(self) {
        let is_first = TOLD.with_borrow_mut(|told| {
            let is_first = told.is_empty();
            if !told.contains(&self.0) {
                told.push(self.0);
            }
            is_first
        });
        if is_first {
            let left = (LAST.get() + BETWEEN - clock::now()).clamp(0.0, BETWEEN);
            match left as u64 {
                0 => request_animation_frame(tell_all),
                left => {
                    set_timeout(|| request_animation_frame(tell_all), Duration::from_millis(left));
                }
            }
        }
    }
}

fn tell_all() {
    LAST.set(clock::now());
    for id in TOLD.take() {
        if let Some(changed) = FleetId(id).look(|kept| kept.changed.clone()) {
            changed.notify();
        }
    }
}
