//! Does what the reading of one integration says: asks, and waits.

use super::run::Comparing;
use crate::api::gitlab as api;
use crate::api::{Holder, Server};
use crate::browser::announcer::announce;
use crate::browser::clock;
use crate::browser::numbers::count_of;
use crate::browser::task::spawn;
use crate::pages::fleet::kept::FleetId;
use crate::plan::{Asks, Phase, aloud, obey};
use patchbay_model::gitlab::{Level, Target};
use patchbay_model::plan::Event;

/// What happens to a comparison.
type Happens = Box<dyn FnOnce(&mut Comparing) -> Vec<Event>>;

/// One integration of a fleet; copies are the same.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// The fleet.
    pub id: FleetId,
    /// The place of its comparison among those of the fleet.
    at: usize,
}

impl Compared {
    /// That of this integration, as it was read before, or one that is not read.
    pub fn open(id: FleetId, slug: &str, version: &str) -> Option<Self> {
        let at = id.update(|kept| {
            let known = kept.compared.iter().position(|one| one.slug == slug);
            known.unwrap_or_else(|| {
                kept.compared.push(Comparing::new(slug, Target::read(version, Level::Project)));
                kept.compared.len() - 1
            })
        });
        at.map(|at| Self { id, at })
    }

    /// Looks at it; followed.
    pub fn follow<R>(self, look: impl FnOnce(&Comparing) -> R) -> Option<R> {
        self.id.follow(|kept| kept.compared.get(self.at).map(look)).flatten()
    }

    /// Looks at it.
    pub fn look<R>(self, look: impl FnOnce(&Comparing) -> R) -> Option<R> {
        self.id.look(|kept| kept.compared.get(self.at).map(look)).flatten()
    }

    /// Reads those of these that were not read yet, by their keys.
    pub fn add(self, keys: Vec<u64>) {
        self.handle(move |comparing| comparing.add(&keys));
    }

    /// Forgets what was read, and reads it from the beginning.
    pub fn read_anew(self, version: &str) {
        let target = Target::read(version, Level::Project);
        self.id.update(|kept| {
            if let Some(comparing) = kept.compared.get_mut(self.at) {
                *comparing = Comparing::new(&comparing.slug, target);
            }
        });
    }

    /// Asks again for those that failed for a cause that may pass.
    pub fn retry(self) {
        self.handle(Comparing::retry);
    }

    /// Goes on where it stopped.
    pub fn go_on(self) {
        self.handle(|_| vec![Event::Continue]);
    }

    /// Sends nothing more. What is on its way still counts.
    pub fn stop(self) {
        self.handle(|_| vec![Event::Stop]);
    }

    fn handle(self, happens: impl FnOnce(&mut Comparing) -> Vec<Event> + 'static) {
        self.handle_at(Box::new(happens), clock::now());
    }

    fn handle_at(self, happens: Happens, now: f64) {
        let changed = self.id.update(|kept| {
            let comparing = kept.compared.get_mut(self.at)?;
            let before = comparing.run.phase();
            let events = happens(comparing);
            let commands = comparing.run.handle(events, now);
            Some((commands, before, comparing.run.phase(), comparing.run.counts()))
        });
        let Some((commands, before, phase, counts)) = changed.flatten() else { return };
        obey(self, commands, now);
        match phase {
            Phase::Done if before != Phase::Done && counts.done > 0 => {
                announce(format!(
                    "Settings of {} read.",
                    count_of(counts.done, "project or group", "projects or groups")
                ));
            }
            _ => aloud::read(before, phase, counts),
        }
    }
}

impl Asks for Compared {
    fn ask(self, step: usize) {
        let asked = self.id.look(|kept| -> Option<(Server, Holder, String)> {
            let comparing = kept.compared.get(self.at)?;
            let entry = kept.fleet.entry(comparing.key(step)?)?;
            Some((kept.session.server, Holder::from(&entry.home), comparing.slug.clone()))
        });
        let Some((server, holder, slug)) = asked.flatten() else { return };
        spawn(async move {
            let answer = api::get(server, holder, &slug).await;
            self.handle(move |comparing| comparing.take(step, answer));
        });
    }

    fn waits_until(self) -> Option<f64> {
        self.look(|comparing| comparing.run.waits_until()).flatten()
    }

    fn tick(self, now: f64) {
        self.handle_at(Box::new(|_| vec![Event::Tick(false)]), now);
    }
}
