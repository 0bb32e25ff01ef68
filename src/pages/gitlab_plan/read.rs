//! Reads what the chosen projects and groups have of one integration, before a page asks what is to be done with it.

use super::reading::{Read, ReadMany, Wanted};
use crate::api::Error;
use crate::browser::announcer::announce;
use crate::browser::clock;
use crate::browser::effect::effect;
use crate::browser::numbers::count;
use crate::browser::reactive::{derive, memo};
use crate::browser::task::spawn;
use crate::plan::{Asks, Phase, ReadingRun, aloud, obey};
use crate::sentences;
use crate::session::{ErrorNotice, Session};
use crate::ui::{BusyButton, Empty};
use leptos::prelude::*;
use patchbay_model::gitlab::plan::{Opened, Planned, unread};
use patchbay_model::plan::{Counts, Event};
use std::sync::Arc;

/// What is read of those that are chosen.
pub const SETTINGS_READ: &str = "Settings read";

/// What was read: what a plan can be made for, and the steps of those that could not be read.
#[derive(Clone)]
pub struct Opening {
    /// Those that were read, in the order of the table.
    pub opened: Arc<Vec<Opened>>,
    /// The steps of the others.
    pub unread: Arc<Vec<Planned>>,
}

impl Opening {
    /// Of what was read.
    pub fn of(all: Vec<(Opened, Read)>) -> Self {
        let (mut opened, mut others) = (Vec::new(), Vec::new());
        for (one, read) in all {
            match read {
                Read::Here | Read::Not => opened.push(one),
                Read::NotOffered => {
                    let target = one.target.at(one.home.level);
                    let why = one.spec().and_then(|spec| spec.not_offered(target));
                    let usual = || sentences::NOT_OFFERED.to_owned() + ".";
                    others.push(unread(one, why.unwrap_or_else(usual)));
                }
                Read::Failed(error) => {
                    let why = format!("Its settings could not be read. {}. {error}", error.title());
                    others.push(unread(one, why));
                }
            }
        }
        Self { opened: Arc::new(opened), unread: Arc::new(others) }
    }
}

/// The reading of a page; copies are the same.
pub struct Reading<W: Wanted> {
    session: Session,
    run: StoredValue<ReadMany<W>, LocalStorage>,
    changed: RwSignal<u32>,
}

impl<W: Wanted> Clone for Reading<W> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<W: Wanted> Copy for Reading<W> {}

impl<W: Wanted> Reading<W> {
    /// Reads these, of which nothing is known yet.
    pub fn begin(session: Session, wanted: Vec<W>) -> Self {
        let run = StoredValue::new_local(ReadMany::new(wanted));
        let reading = Self { session, run, changed: RwSignal::new(0) };
        reading.handle(Event::Start);
        reading
    }

    fn handle(self, event: Event) {
        self.handle_at(event, clock::now());
    }

    fn handle_at(self, event: Event, now: f64) {
        // Its page may have been left meanwhile.
        let Some(commands) = self.run.try_update_value(|read| read.run.handle(vec![event], now)) else {
            return;
        };
        self.changed.try_update(|changed| *changed += 1);
        obey(self, commands, now);
    }

    /// Looks at the run; followed.
    fn follow<R>(self, look: impl FnOnce(&ReadingRun) -> R) -> Option<R> {
        self.changed.track();
        self.run.try_with_value(|read| look(&read.run))
    }

    /// Draws how far it is, and then what is made of what was read. `label` says what is read.
    pub fn then(
        self,
        label: &'static str,
        draw: impl Fn(Vec<(W, Read)>) -> AnyView + Send + Sync + 'static,
    ) -> AnyView {
        let phase = memo(move || self.follow(ReadingRun::phase).unwrap_or(Phase::Idle));
        let counts = memo(move || self.follow(ReadingRun::counts).unwrap_or_default());
        let error = memo(move || self.follow(|run| run.error().cloned()).flatten());
        let is_over = memo(move || phase.get() == Phase::Done);
        let act = Callback::new(move |event| self.handle(event));
        let is_waiting = memo(move || matches!(phase.get(), Phase::Waiting(..)));
        aloud::begin();
        effect(move || match (is_over.get(), is_waiting.get()) {
            (true, _) => announce(in_words(label, counts.get_untracked())),
            (false, true) => announce("Waiting for GitLab.".to_owned()),
            (false, false) => {}
        });
        effect(move || {
            let counts = counts.get();
            if !is_over.get_untracked() {
                aloud::go_on(|| in_words(label, counts));
            }
        });
        // What is read is drawn once: a form is in it.
        (move || match is_over.get() {
            true => draw(self.run.try_update_value(ReadMany::take_all).unwrap_or_default()),
            false => view! { <Progress label phase counts error act /> }.into_any(),
        })
        .into_any()
    }
}

impl<W: Wanted> Asks for Reading<W> {
    fn ask(self, step: usize) {
        let server = self.session.server;
        let asked = self.run.try_with_value(|read| read.wanted(step).map(|wanted| wanted.ask(server)));
        let Some(answer) = asked.flatten() else { return };
        spawn(async move {
            let answer = answer.await;
            if let Some(event) = self.run.try_update_value(|read| read.take(step, answer)) {
                self.handle(event);
            }
        });
    }

    fn waits_until(self) -> Option<f64> {
        self.run.try_with_value(|read| read.run.waits_until()).flatten()
    }

    fn tick(self, now: f64) {
        self.handle_at(Event::Tick(false), now);
    }
}

/// "Settings read: 3 of 6".
fn in_words(label: &str, counts: Counts) -> String {
    format!("{label}: {} of {}", count(counts.ended()), count(counts.total))
}

/// How far a reading is, and what stops it.
#[component]
fn Progress(
    /// What is read.
    label: &'static str,
    phase: Memo<Phase>,
    counts: Memo<Counts>,
    error: Memo<Option<Error>>,
    act: Callback<Event>,
) -> impl IntoView {
    let go_on = Callback::new(move |()| act.run(Event::Continue));
    let stopped = memo(move || phase.get() == Phase::Stopped);
    let button = derive(move || if stopped.get() { "Continue" } else { "Stop" }.to_owned());
    let press = Callback::new(move |()| match stopped.get_untracked() {
        true => go_on.run(()),
        false => act.run(Event::Stop),
    });
    view! {
        {move || error.get().map(|error| view! { <ErrorNotice error on_retry=go_on /> })}
        <div class="panel section">
            <p>{move || in_words(label, counts.get())}</p>
            <p class="sub waits" role="timer">{move || phase.get().waits()}</p>
            <progress
                class="run"
                aria-label=label
                max=move || counts.get().total.to_string()
                value=move || counts.get().ended().to_string()
            ></progress>
            <p class="actions">
                <BusyButton label=button on_click=press />
            </p>
        </div>
    }
}

/// That none is chosen, and where to choose some.
pub fn nothing_chosen(session: Session) -> AnyView {
    view! {
        <Empty title=sentences::NO_PROJECT_IS_CHOSEN text="Choose some in the table with the boxes before their names.">
            {super::homes::list_link(session)}
        </Empty>
    }
    .into_any()
}
