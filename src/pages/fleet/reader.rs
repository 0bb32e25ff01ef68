//! Does what the reading of a fleet says: asks, and waits.

use super::kept::{FleetId, Kept, open};
use super::reading::Reading;
use super::scope::Scope;
use super::steps::{Step, begin};
use crate::api::Holder;
use crate::browser::announcer::announce;
use crate::browser::numbers::count_of;
use crate::browser::task::spawn;
use crate::browser::{clock, surroundings};
use crate::pages::gitlab::about_groups::is_too_old;
use crate::pages::gitlab::search_direct::{Direct, Reader, direct};
use crate::plan::{Asks, Phase, aloud, obey};
use crate::session::{Session, Sessions};
use leptos::prelude::on_cleanup;
use patchbay_model::gitlab::Level;
use patchbay_model::plan::Event;
use std::cell::Cell;

/// What happens to a fleet.
type Happens = Box<dyn FnOnce(&mut Kept) -> Vec<Event>>;

thread_local! {
    /// The fleet whose page is open, and how many pages of fleets were opened until then. Nothing is said of a fleet that is
    /// read on behind another page.
    static SHOWN: Cell<(Option<FleetId>, u32)> = const { Cell::new((None, 0)) };
}

/// The fleet of this scope, which begins to be read unless it was; shown until the page is left that is being drawn.
pub fn open_and_read(session: Session, sessions: Sessions, scope: &Scope) -> FleetId {
    let (id, is_new) = open(session, scope);
    let page = SHOWN.get().1.wrapping_add(1);
    SHOWN.set((Some(id), page));
    on_cleanup(move || {
        // Another page may have been drawn before this one went.
        if SHOWN.get().1 == page {
            SHOWN.set((None, page));
        }
    });
    if is_new {
        read_all(id, session, sessions);
    }
    id
}

/// Reads all of it from the beginning.
pub fn read_all(id: FleetId, session: Session, sessions: Sessions) {
    let places: Vec<String> = sessions.gitlab.iter().map(|session| session.server.place()).collect();
    spawn(async move {
        let reads_groups = !is_too_old(session).await;
        let here = session.server.place();
        let meant = |text: &str| -> Option<Direct> {
            let reader = Reader {
                here: &here,
                level: Level::Project,
                places: &places,
                ascii: &surroundings::ascii_host,
            };
            direct(text, reader)
        };
        id.update(|kept| {
            let (steps, unknown) = begin(&kept.scope, reads_groups, &here, &meant);
            kept.fleet.begin_round();
            kept.reading = Reading::new(steps, unknown, reads_groups);
        });
        handle(id, |_| vec![Event::Start]);
    });
}

/// Reads these again, by their keys.
pub fn read_again(id: FleetId, keys: Vec<u64>) {
    handle(id, move |kept| kept.reading.read_again(&keys));
}

/// Asks again for those that failed for a cause that may pass.
pub fn retry(id: FleetId) {
    handle(id, |kept| kept.reading.retry());
}

/// Goes on where it stopped.
pub fn go_on(id: FleetId) {
    handle(id, |kept| kept.reading.go_on());
}

/// Sends nothing more. What is on its way still counts.
pub fn stop(id: FleetId) {
    handle(id, |_| vec![Event::Stop]);
}

fn handle(id: FleetId, happens: impl FnOnce(&mut Kept) -> Vec<Event> + 'static) {
    handle_at(id, Box::new(happens), clock::now());
}

fn handle_at(id: FleetId, happens: Happens, now: f64) {
    let changed = id.update(|kept| {
        let before = kept.reading.phase();
        let events = happens(kept);
        let commands = kept.reading.handle(&mut kept.fleet, events, now);
        (commands, before, kept.reading.phase(), (kept.fleet.counts().0, kept.reading.counts()))
    });
    // It may be gone.
    let Some((commands, before, phase, (projects, counts))) = changed else { return };
    obey(id, commands, now);
    if phase == Phase::Done && before != Phase::Done {
        id.settle();
    }
    if SHOWN.get().0 != Some(id) {
        return;
    }
    match phase {
        Phase::Done if before != Phase::Done => {
            announce(format!("{} read.", count_of(projects, "project", "projects")));
        }
        _ => aloud::read(before, phase, counts),
    }
}

impl Asks for FleetId {
    fn ask(self, at: usize) {
        let sent = self.look(|kept| {
            let step = kept.reading.step(at)?.clone();
            let holder = match &step {
                Step::Read(key) => kept.fleet.entry(*key).map(|entry| Holder::from(&entry.home)),
                _ => None,
            };
            Some((kept.session.server, step, holder))
        });
        let Some((server, step, holder)) = sent.flatten() else { return };
        spawn(async move {
            let got = step.send(server, holder).await;
            let now = clock::now();
            handle(self, move |kept| kept.reading.take(&mut kept.fleet, at, got, now));
        });
    }

    fn waits_until(self) -> Option<f64> {
        self.look(|kept| kept.reading.waits_until()).flatten()
    }

    fn tick(self, now: f64) {
        handle_at(self, Box::new(|_| vec![Event::Tick(false)]), now);
    }
}
