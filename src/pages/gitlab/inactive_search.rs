//! Finding integrations that were set up once and are not active: GitLab lists only active ones, so each has to be asked
//! for. Does what the run says: asks, and waits.

pub use super::inactive_run::Trouble;

use super::inactive_run::InactiveRun;
use super::overview::Overview;
use crate::api::gitlab as api;
use crate::browser::announcer::announce;
use crate::browser::clock;
use crate::browser::numbers::count_of;
use crate::browser::reactive::memo;
use crate::browser::task::spawn;
use crate::plan::{Asks, Phase, obey};
use leptos::prelude::*;
use patchbay_model::gitlab::{Integration, Spec, all, find};
use patchbay_model::plan::{Counts, Event};

/// The search of one page; copies are the same.
#[derive(Clone, Copy)]
pub struct InactiveSearch {
    /// The project or group.
    pub overview: Overview,
    run: RwSignal<InactiveRun>,
    /// Slugs that this server does not have.
    pub not_offered: Memo<Vec<&'static str>>,
}

impl InactiveSearch {
    /// Not begun.
    pub fn new(overview: Overview) -> Self {
        let run = RwSignal::new(InactiveRun::new(None, Vec::new()));
        Self { overview, run, not_offered: memo(move || run.with(|run| run.not_offered.clone())) }
    }

    /// What it is doing.
    pub fn phase(self) -> Phase {
        self.run.with(|run| run.reading.phase())
    }

    /// How many are asked for, and how many of them were.
    pub fn counts(self) -> Counts {
        self.run.with(|run| run.reading.counts())
    }

    /// What keeps it from going on, or was left out.
    pub fn trouble(self) -> Trouble {
        self.run.with(InactiveRun::trouble)
    }

    /// The integrations that it would ask for: those that this server has and that are not active.
    pub fn candidates(self) -> Vec<&'static str> {
        let target = self.overview.target();
        let is_inactive = |spec: &&Spec| spec.can_exist(target) && !self.overview.is_active(spec.slug);
        all().filter(is_inactive).map(|spec| spec.slug).collect()
    }

    /// What was found and is not active.
    pub fn inactive(self) -> Vec<Integration> {
        let found = self.run.with(|run| run.found.clone());
        found.into_iter().filter(|one| !self.overview.is_active(&one.slug)).collect()
    }

    /// Asks for all of them.
    pub fn begin(self) {
        let Some(home) = self.overview.home.get_untracked() else { return };
        let slugs = untrack(|| self.candidates());
        self.change(move |run| {
            *run = InactiveRun::new(Some((&home).into()), slugs);
            Event::Start
        });
    }

    /// Asks again for those that could not be asked for.
    pub fn retry_failed(self) {
        self.change(InactiveRun::retry);
    }

    /// Also asks for one that was disabled here, if a search has been started.
    pub fn ask_about(self, slug: &str) {
        let target = untrack(|| self.overview.target());
        let spec = find(slug).filter(|spec| spec.can_exist(target));
        if let Some(spec) = spec.filter(|_| untrack(|| self.phase()) != Phase::Idle) {
            self.change(|run| run.add(spec.slug));
        }
    }

    /// Goes on where it stopped.
    pub fn go_on(self) {
        self.change(|_| Event::Continue);
    }

    /// Sends nothing more. What is on its way still counts.
    pub fn stop(self) {
        self.change(|_| Event::Stop);
    }

    fn change(self, happens: impl FnOnce(&mut InactiveRun) -> Event + 'static) {
        self.handle(Box::new(happens), clock::now());
    }

    fn handle(self, happens: Box<dyn FnOnce(&mut InactiveRun) -> Event>, now: f64) {
        let changed = self.run.try_update(|run| {
            let before = run.reading.phase();
            let event = happens(run);
            let commands = run.reading.handle(vec![event], now);
            (commands, before, run.reading.phase())
        });
        // The page may be gone.
        let Some((commands, before, phase)) = changed else { return };
        obey(self, commands, now);
        match phase {
            Phase::Done if before != Phase::Done => {
                announce(format!("{} found", found_in_words(untrack(|| self.inactive()).len())));
            }
            Phase::Waiting(..) if !matches!(before, Phase::Waiting(..)) => {
                announce("GitLab asks to slow down.".to_owned());
            }
            Phase::Idle | Phase::Reading | Phase::Waiting(..) | Phase::Stopped | Phase::Done => {}
        }
    }
}

impl Asks for InactiveSearch {
    fn ask(self, step: usize) {
        let asked = self.run.with_untracked(|run| run.holder.zip(run.slug(step)));
        let Some((holder, slug)) = asked else { return };
        spawn(async move {
            let answer = api::get(self.overview.session.server, holder, slug).await;
            self.change(move |run| run.take(step, answer));
        });
    }

    fn waits_until(self) -> Option<f64> {
        self.run.try_with_untracked(|run| run.reading.waits_until()).flatten()
    }

    fn tick(self, now: f64) {
        self.handle(Box::new(|_| Event::Tick(false)), now);
    }
}

/// "One inactive integration", "3 inactive integrations".
pub fn found_in_words(count: usize) -> String {
    match count {
        0 => "No inactive integration".to_owned(),
        count => count_of(count, "inactive integration", "inactive integrations"),
    }
}
