//! The plan that is open: one for the whole app, whichever page is shown.

use super::carrier::Carrier;
use super::carry::Held;
use super::kept::{self, Kept};
use super::planned::Planned;
use super::told::Told;
use crate::api::Record;
use crate::browser::leaving;
use crate::session::Session;
use leptos::prelude::*;
use patchbay_model::plan::{Phase, Report, Reported, Run, State};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

/// How many requests are on their way at a time.
const AT_A_TIME: usize = 4;

/// When a run began and when its last step ended, in epoch milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Started {
    /// `None` until it begins.
    pub at: Option<f64>,
    /// When something last came of a step.
    pub last: Option<f64>,
}

/// The plan that is open.
pub struct OpenPlan {
    /// Its title: what is done, and with how many.
    pub title: String,
    /// The server that it changes.
    pub session: Session,
    /// What is to be done with each.
    pub planned: Vec<Planned>,
    /// For each group that sends one before a person decides about the others: which may, the first choice first.
    pub(super) first: Vec<Vec<usize>>,
    /// Which of the planned a person left out.
    pub unchosen: Vec<bool>,
    /// Where each step is.
    pub run: Run,
    /// What came of each.
    pub results: Vec<Option<Told>>,
    /// When it began.
    pub started: Started,
    /// The numbers of those that were added, by their steps (Jira).
    pub made: HashMap<usize, u64>,
    /// What was read after each step that was sent, where the list of all does not have it (GitLab).
    pub latest: HashMap<usize, Record>,
    pub(super) held: HashMap<usize, Held>,
    /// Who carries it out.
    pub carrier: Rc<dyn Carrier>,
    /// Ends with the plan: what asks before the page is closed, and what follows who is signed in.
    owner: Owner,
    /// Whether it is a report of before the page was reloaded: then nothing of it can be sent any more.
    pub is_kept: bool,
    /// Another number for each plan: what is under way for one that was closed is nothing to the next.
    pub(super) number: u32,
}

impl OpenPlan {
    /// The steps that a run would send: chosen, with something to do, and no problem.
    pub fn ready(&self) -> Vec<usize> {
        (0..self.planned.len()).filter(|at| self.is_sent(*at)).collect()
    }

    /// Whether a person left this step out.
    pub fn is_left_out(&self, at: usize) -> bool {
        self.unchosen.get(at).copied().unwrap_or_default()
    }

    /// Whether a run would send this step.
    fn is_sent(&self, at: usize) -> bool {
        !self.is_left_out(at) && self.planned.get(at).is_some_and(|one| one.step().is_ready())
    }

    /// Those that go first, before a person decides about the others. Where the first choice was left out, the next.
    pub fn first(&self) -> Vec<usize> {
        self.first.iter().filter_map(|group| group.iter().copied().find(|at| self.is_sent(*at))).collect()
    }

    /// Makes the run of what is chosen.
    pub(super) fn make_run(&mut self) {
        self.run = Run::new(self.planned.len(), &self.ready(), &self.first(), AT_A_TIME);
    }

    /// Runs this when the plan is closed.
    pub(super) fn at_end(&self, end: impl FnOnce() + Send + Sync + 'static) {
        self.owner.with(|| on_cleanup(end));
    }

    /// Whether it has begun and not ended: steps are on their way, or wait for the server or for a person.
    pub fn is_going(&self) -> bool {
        let waits = matches!(
            self.run.phase(),
            Phase::Running | Phase::Pausing { .. } | Phase::Paused | Phase::Deciding
        );
        waits || self.run.flying() > 0
    }
}

thread_local! {
    static PLAN: RefCell<Option<OpenPlan>> = const { RefCell::new(None) };
    static NUMBER: Cell<u32> = const { Cell::new(0) };
    static CHANGED: OnceCell<ArcTrigger> = const { OnceCell::new() };
    /// Whether it will be told in the next frame that something changed.
    static IS_TOLD: Cell<bool> = const { Cell::new(false) };
}

fn changed() -> ArcTrigger {
    CHANGED.with(|changed| changed.get_or_init(ArcTrigger::new).clone())
}

/// Opens a plan in place of the one before. `first`: for each group that sends one before a person decides about the others,
/// which may, the first choice first.
pub fn open(
    session: Session,
    carrier: Rc<dyn Carrier>,
    title: String,
    planned: Vec<Planned>,
    first: Vec<Vec<usize>>,
) {
    begin(session, carrier, title, planned, first);
    update(OpenPlan::make_run);
}

/// Opens the report of the plan that was running when the page was reloaded, if there was one; says whether.
pub fn open_kept(session: Session, carrier: Rc<dyn Carrier>) -> bool {
    let Some(Kept { report, run }) = kept::read(session.server) else { return false };
    let told = |one: &Reported| Told::kept(one.state, one.word.clone(), one.sentence.clone());
    let results = report.steps.iter().map(told).collect();
    let planned = report.steps.into_iter().map(|one| Planned::Kept(one.step));
    begin(session, carrier, report.title, planned.collect(), Vec::new());
    update(|plan| {
        (plan.run, plan.results, plan.is_kept) = (run, results, true);
        plan.started.at = report.began_at;
    });
    true
}

fn begin(
    session: Session,
    carrier: Rc<dyn Carrier>,
    title: String,
    planned: Vec<Planned>,
    first: Vec<Vec<usize>>,
) {
    forget_open();
    let number = NUMBER.get() + 1;
    NUMBER.set(number);
    let owner = Owner::new();
    let steps = planned.len();
    let plan = OpenPlan {
        title,
        session,
        first,
        unchosen: vec![false; steps],
        run: Run::new(0, &[], &[], AT_A_TIME),
        results: vec![None; steps],
        started: Started::default(),
        made: HashMap::new(),
        latest: HashMap::new(),
        held: HashMap::new(),
        carrier,
        owner: owner.clone(),
        is_kept: false,
        number,
        planned,
    };
    PLAN.set(Some(plan));
    owner.with(|| {
        leaving::guard(Signal::derive(|| follow(|plan| plan.is_some_and(OpenPlan::is_going))));
        // Somebody else may sign in, and must not find what the first one typed.
        Effect::new(move |was_in: Option<bool>| {
            let is_in = session.user.is_read();
            if was_in == Some(true) && !is_in {
                close();
            }
            is_in
        });
    });
    tell();
}

/// Forgets the plan, with its secrets, and its report. What is on its way ends without it.
pub fn close() {
    kept::forget();
    forget_open();
}

fn forget_open() {
    if let Some(plan) = PLAN.take() {
        plan.owner.cleanup();
        tell();
    }
}

/// Looks at the plan; followed.
pub fn follow<R>(look: impl FnOnce(Option<&OpenPlan>) -> R) -> R {
    changed().track();
    PLAN.with_borrow(|plan| look(plan.as_ref()))
}

/// Looks at the plan.
pub fn look<R>(look: impl FnOnce(&OpenPlan) -> R) -> Option<R> {
    PLAN.with_borrow(|plan| plan.as_ref().map(look))
}

/// Changes the plan, and tells those who follow.
pub fn update<R>(change: impl FnOnce(&mut OpenPlan) -> R) -> Option<R> {
    let result = PLAN.with_borrow_mut(|plan| plan.as_mut().map(change));
    tell();
    result
}

/// Once a frame is enough: some hundred steps may end in a second.
fn tell() {
    if !IS_TOLD.replace(true) {
        request_animation_frame(|| {
            IS_TOLD.set(false);
            changed().notify();
        });
    }
}

/// The report of a plan.
pub fn report(plan: &OpenPlan) -> Report {
    let reported = |(at, planned): (usize, &Planned)| {
        let told = plan.results.get(at).and_then(Option::as_ref);
        Reported {
            step: planned.step().clone(),
            state: plan.run.state(at).unwrap_or(State::LeftOut),
            word: told.map(|told| told.word.to_string()).unwrap_or_default(),
            sentence: told.map(|told| told.sentence.clone()).unwrap_or_default(),
        }
    };
    Report {
        title: plan.title.clone(),
        server: plan.session.server.url(""),
        began_at: plan.started.at,
        steps: plan.planned.iter().enumerate().map(reported).collect(),
    }
}
