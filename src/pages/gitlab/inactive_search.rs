//! Finding integrations that were set up once and are not active: GitLab lists only active ones, so each has to be asked
//! for, a few at a time and slower when GitLab says so.

use super::project_overview::Overview;
use crate::api::gitlab as api;
use crate::api::{Cause, Error, Found, Holder, Record};
use crate::browser::announcer::announce;
use crate::browser::numbers::count_of;
use crate::browser::task::spawn;
use leptos::prelude::*;
use patchbay_model::gitlab::{Integration, Spec, all, find};
use std::time::Duration;

/// How many requests are on their way at a time.
const AT_A_TIME: u32 = 4;

/// The longest wait that we choose ourselves, in seconds.
const LONGEST_WAIT: u32 = 30;

/// The state of the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Not started.
    Idle,
    /// Requests are on their way.
    Asking,
    /// GitLab asked to slow down: the seconds left.
    Waiting(u32),
    /// Stopped by the user, or because of `error`.
    Stopped,
    /// All were asked for.
    Done,
}

/// The search of one page; copies are the same.
#[derive(Clone, Copy)]
pub struct InactiveSearch {
    /// The project.
    pub overview: Overview,
    /// Its state.
    pub phase: RwSignal<Phase>,
    /// Slugs still to be asked for.
    todo: RwSignal<Vec<&'static str>>,
    /// How many were asked for.
    pub asked: RwSignal<usize>,
    /// How many there are to be asked for.
    pub of: RwSignal<usize>,
    /// What was found, active or not by now.
    found: RwSignal<Vec<Integration>>,
    /// Slugs that this server does not have.
    pub not_offered: RwSignal<Vec<&'static str>>,
    /// Slugs that could not be asked for, though the others went on, and why.
    pub failed: RwSignal<Vec<(&'static str, Error)>>,
    /// The error that stopped it, if there was one.
    pub error: RwSignal<Option<Error>>,
    /// Number of requests under way.
    flying: RwSignal<u32>,
    /// How long to wait when GitLab next asks to slow down without saying how long, in seconds.
    pause: RwSignal<u32>,
    /// How many were answered since GitLab last asked to slow down.
    answered: RwSignal<u32>,
    /// How many waits there were: the countdown of an older one is ignored.
    waits: RwSignal<u32>,
}

impl InactiveSearch {
    /// Not begun.
    pub fn new(overview: Overview) -> Self {
        Self {
            overview,
            phase: RwSignal::new(Phase::Idle),
            todo: RwSignal::new(Vec::new()),
            asked: RwSignal::new(0),
            of: RwSignal::new(0),
            found: RwSignal::new(Vec::new()),
            not_offered: RwSignal::new(Vec::new()),
            failed: RwSignal::new(Vec::new()),
            error: RwSignal::new(None),
            flying: RwSignal::new(0),
            pause: RwSignal::new(1),
            answered: RwSignal::new(0),
            waits: RwSignal::new(0),
        }
    }

    /// The integrations that it would ask for: those that can be set up and are not active.
    pub fn candidates(self) -> Vec<&'static str> {
        let is_inactive = |spec: &&Spec| spec.can_be_added() && !self.overview.is_active(spec.slug);
        all().filter(is_inactive).map(|spec| spec.slug).collect()
    }

    /// What was found and is not active.
    pub fn inactive(self) -> Vec<Integration> {
        let found = self.found.get();
        found.into_iter().filter(|one| !self.overview.is_active(&one.slug)).collect()
    }

    /// Asks for all of them.
    pub fn begin(self) {
        self.found.set(Vec::new());
        self.not_offered.set(Vec::new());
        let slugs = untrack(|| self.candidates());
        self.asked.set(0);
        self.of.set(slugs.len());
        self.ask_for(slugs);
    }

    /// Asks again for those that could not be asked for.
    pub fn retry_failed(self) {
        let slugs: Vec<_> = self.failed.get_untracked().into_iter().map(|(slug, _)| slug).collect();
        self.asked.update(|asked| *asked -= slugs.len());
        self.ask_for(slugs);
    }

    /// Also asks for one that was disabled here, if a search has been started.
    pub fn ask_about(self, slug: &str) {
        let phase = self.phase.get_untracked();
        let spec = find(slug).filter(|spec| phase != Phase::Idle && spec.can_be_added());
        let Some(spec) = spec else { return };
        self.of.update(|of| *of += 1);
        self.todo.write().push(spec.slug);
        match phase {
            Phase::Asking | Phase::Done => self.go_on(),
            Phase::Idle | Phase::Waiting(_) | Phase::Stopped => {}
        }
    }

    fn ask_for(self, slugs: Vec<&'static str>) {
        self.failed.set(Vec::new());
        self.pause.set(1);
        self.todo.set(slugs);
        self.go_on();
    }

    /// Goes on where it stopped.
    pub fn go_on(self) {
        self.error.set(None);
        self.phase.set(Phase::Asking);
        for _ in self.flying.get_untracked()..AT_A_TIME {
            self.ask_next();
        }
        // There may be nothing to ask for.
        self.finish();
    }

    /// Sends nothing more. What is on its way still counts.
    pub fn stop(self) {
        self.phase.set(Phase::Stopped);
    }

    fn ask_next(self) {
        let Some(project) = self.overview.project.get_untracked() else { return };
        if self.phase.get_untracked() != Phase::Asking || self.todo.read_untracked().is_empty() {
            return;
        }
        let slug = self.todo.write().remove(0);
        self.flying.update(|flying| *flying += 1);
        spawn(async move {
            let answer = api::get(self.overview.session.server, Holder::Project(project.id), slug).await;
            // The page may be gone.
            if self.flying.try_update(|flying| *flying -= 1).is_some() {
                self.take(slug, answer);
                self.ask_next();
                self.finish();
            }
        });
    }

    fn take(self, slug: &'static str, answer: Result<Found, Error>) {
        match answer {
            Ok(Found::Present(Record::GitLab(integration))) => self.found.update(|found| {
                found.retain(|one| one.slug != slug);
                found.push(integration);
            }),
            Ok(Found::Absent | Found::Present(Record::Jira(_))) => {}
            Ok(Found::NotOffered) => self.not_offered.update(|all| all.push(slug)),
            Err(Error { cause: Cause::TooMany(seconds), .. }) => {
                self.todo.write().insert(0, slug);
                return self.wait(seconds);
            }
            // The others would fail alike.
            Err(error) if error.cause.concerns_all() => {
                self.todo.write().insert(0, slug);
                self.error.set(Some(error));
                return self.stop();
            }
            Err(error) => self.failed.update(|failed| failed.push((slug, error))),
        }
        self.asked.update(|asked| *asked += 1);
        self.answered.update(|answered| *answered += 1);
        // Those that were on their way when GitLab asked to slow down say nothing of how it is now.
        if self.answered.get_untracked() >= 2 * AT_A_TIME {
            self.pause.set(1);
        }
    }

    fn finish(self) {
        let over = self.todo.read_untracked().is_empty() && self.flying.get_untracked() == 0;
        if over && self.phase.get_untracked() != Phase::Done {
            self.phase.set(Phase::Done);
            announce(format!("{} found", found_in_words(untrack(|| self.inactive()).len())));
        }
    }

    /// Waits as long as GitLab says, or as long as we think fit: browsers hide `Retry-After` from other origins.
    fn wait(self, seconds: Option<u32>) {
        if self.phase.get_untracked() != Phase::Asking {
            return;
        }
        let own = self.pause.get_untracked();
        let seconds = seconds.unwrap_or(own).max(1);
        self.pause.set((own * 2).min(LONGEST_WAIT));
        self.answered.set(0);
        self.waits.update(|waits| *waits += 1);
        self.phase.set(Phase::Waiting(seconds));
        announce("GitLab asks to slow down.".to_owned());
        self.count_down(self.waits.get_untracked());
    }

    fn count_down(self, wait: u32) {
        let tick = move || {
            if self.waits.try_get_untracked() != Some(wait) {
                return;
            }
            match self.phase.get_untracked() {
                Phase::Waiting(0 | 1) => self.go_on(),
                Phase::Waiting(left) => {
                    self.phase.set(Phase::Waiting(left - 1));
                    self.count_down(wait);
                }
                Phase::Idle | Phase::Asking | Phase::Stopped | Phase::Done => {}
            }
        };
        set_timeout(tick, Duration::from_secs(1));
    }
}

/// "One inactive integration", "3 inactive integrations".
pub fn found_in_words(count: usize) -> String {
    match count {
        0 => "No inactive integration".to_owned(),
        count => count_of(count, "inactive integration", "inactive integrations"),
    }
}
