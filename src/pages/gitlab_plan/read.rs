//! Reads what the chosen projects and groups have of one integration, before a page asks what is to be done with it.

use super::reading::{Read, ReadingRun};
use crate::api::gitlab as api;
use crate::api::{Error, Holder};
use crate::browser::clock;
use crate::browser::numbers::count;
use crate::browser::reactive::{click, memo};
use crate::browser::task::spawn;
use crate::sentences;
use crate::session::{ErrorNotice, Session};
use crate::ui::Empty;
use leptos::prelude::*;
use patchbay_model::gitlab::plan::{Opened, Planned, unread};
use patchbay_model::plan::{Command, Event, Hindrance, Phase};
use std::sync::Arc;
use std::time::Duration;

/// What was read: what a plan can be made for, and the steps of those that could not be read.
#[derive(Clone)]
pub struct Opening {
    /// Those that were read, in the order of the table.
    pub opened: Arc<Vec<Opened>>,
    /// The steps of the others.
    pub unread: Arc<Vec<Planned>>,
}

/// The reading of a page; copies are the same.
#[derive(Clone, Copy)]
pub struct Reading {
    session: Session,
    run: StoredValue<ReadingRun, LocalStorage>,
    changed: RwSignal<u32>,
}

impl Reading {
    /// Reads these, which are known without their integration.
    pub fn begin(session: Session, wanted: Vec<Opened>) -> Self {
        let reading =
            Self { session, run: StoredValue::new_local(ReadingRun::new(wanted)), changed: RwSignal::new(0) };
        reading.handle(Event::Start);
        reading
    }

    fn look<R>(self, look: impl FnOnce(&ReadingRun) -> R) -> Option<R> {
        self.run.try_with_value(look)
    }

    fn handle(self, event: Event) {
        // Its page may have been left meanwhile.
        let Some(commands) = self.run.try_update_value(|run| run.handle(event, clock::now())) else { return };
        self.changed.try_update(|changed| *changed += 1);
        for command in commands {
            match command {
                Command::Send(step) | Command::ReadBack(step) => self.send(step),
                Command::WakeAt(at) => {
                    // Early is asked for again: so the seconds are counted down on the page.
                    let wait = (at - clock::now()).clamp(0.0, 1_000.0);
                    let tick = move || self.handle(Event::Tick(false));
                    set_timeout(tick, Duration::from_millis(wait as u64 + 1));
                }
            }
        }
    }

    fn send(self, step: usize) {
        let wanted = self.look(|run| run.wanted(step).map(|one| (Holder::from(&one.home), one.slug.clone())));
        let Some((holder, slug)) = wanted.flatten() else { return };
        spawn(async move {
            let found = api::get(self.session.server, holder, &slug).await;
            if let Some(event) = self.run.try_update_value(|run| run.take(step, found)) {
                self.handle(event);
            }
        });
    }

    /// What was read, once all is.
    fn opening(self) -> Option<Opening> {
        self.look(|run| {
            if run.phase() != Phase::Over {
                return None;
            }
            let (mut opened, mut others) = (Vec::new(), Vec::new());
            for (one, read) in run.all() {
                match read {
                    Read::Here | Read::Not => opened.push(one.clone()),
                    Read::NotOffered => {
                        let target = one.target.at(one.home.level);
                        let why = one.spec().and_then(|spec| spec.not_offered(target));
                        let usual = || sentences::NOT_OFFERED.to_owned() + ".";
                        others.push(unread(one.clone(), why.unwrap_or_else(usual)));
                    }
                    Read::Failed(error) => {
                        let why = format!("Its settings could not be read. {}. {error}", error.title());
                        others.push(unread(one.clone(), why));
                    }
                }
            }
            Some(Opening { opened: Arc::new(opened), unread: Arc::new(others) })
        })
        .flatten()
    }

    /// Draws how far it is, and then what is made of what was read.
    pub fn then(self, draw: impl Fn(Opening) -> AnyView + Send + Sync + 'static) -> AnyView {
        let is_over = memo(move || {
            self.changed.track();
            self.look(|run| run.phase() == Phase::Over).unwrap_or_default()
        });
        // What is read is drawn once: a form is in it.
        (move || match is_over.get().then(|| self.opening()).flatten() {
            Some(opening) => draw(opening),
            None => self.progress(),
        })
        .into_any()
    }

    fn progress(self) -> AnyView {
        let counts = memo(move || {
            self.changed.track();
            self.look(|run| run.counts()).unwrap_or_default()
        });
        let error = memo(move || {
            self.changed.track();
            self.look(|run| run.error().cloned()).flatten()
        });
        let waits = move || {
            self.changed.track();
            self.look(|run| match run.phase() {
                Phase::Pausing { until, because } => {
                    let seconds = ((until - clock::now()) / 1_000.0).ceil().max(1.0);
                    let why = match because {
                        Hindrance::SlowDown(_) => "GitLab asks to slow down",
                        Hindrance::Unavailable(_) => "GitLab is not available",
                        Hindrance::Unreachable => "GitLab cannot be reached",
                    };
                    Some(format!(" · {why}: goes on in {} s", count(seconds as usize)))
                }
                _ => None,
            })
            .flatten()
        };
        let stopped = memo(move || {
            self.changed.track();
            self.look(|run| matches!(run.phase(), Phase::Stopped(_) | Phase::Paused)).unwrap_or_default()
        });
        let again = Callback::new(move |()| self.handle(Event::Continue));
        let button = move || match stopped.get() {
            true => view! {
                <button type="button" on:click=click(move || self.handle(Event::Continue))>
                    "Continue"
                </button>
            }
            .into_any(),
            false => view! {
                <button type="button" on:click=click(move || self.handle(Event::Pause))>
                    "Stop"
                </button>
            }
            .into_any(),
        };
        view! {
            {move || error.get().map(|error: Error| view! { <ErrorNotice error on_retry=again /> })}
            <div class="panel section">
                <p role="status">
                    {move || {
                        let counts = counts.get();
                        format!("{} of {} read", count(counts.ended()), count(counts.total))
                    }}
                    {waits}
                </p>
                <progress
                    class="run"
                    aria-label="Projects and groups that were read"
                    max=move || counts.get().total.to_string()
                    value=move || counts.get().ended().to_string()
                ></progress>
                <p class="actions">{button}</p>
            </div>
        }
        .into_any()
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
