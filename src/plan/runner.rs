//! Does what the run of the open plan says: sends, reads back, waits.

use super::aloud;
use super::carrier::Carrier;
use super::carry::{self, Carried};
use super::kept;
use super::open::{OpenPlan, look, report, update};
use crate::api::Record;
use crate::browser::announcer::announce;
use crate::browser::clock;
use crate::browser::numbers::{count, count_of};
use crate::browser::task::spawn;
use crate::ui::{Tone, toast};
use leptos::prelude::*;
use patchbay_model::Vendor;
use patchbay_model::plan::{Answer, Command, Counts, Ending, Event, Phase};
use std::rc::Rc;
use std::time::Duration;

/// Begins the run.
pub fn start() {
    update(|plan| {
        plan.make_run();
        plan.started.at = Some(clock::now());
        kept::begin(&report(plan));
    });
    handle(Event::Start);
    let steps = look(|plan| plan.run.counts().total).unwrap_or_default();
    announce(format!("The plan has started: {}.", count_of(steps, "step", "steps")));
    aloud::begin();
    follow_network();
}

/// Finds out what came of what was under way when the page was reloaded.
pub fn find_out() {
    handle(Event::Tick(false));
}

/// Sends nothing more for now.
pub fn pause() {
    handle(Event::Pause);
}

/// Goes on.
pub fn go_on() {
    handle(Event::Continue);
}

/// Sends nothing more. What is under way still ends.
pub fn stop() {
    handle(Event::Stop);
}

/// Does these again.
pub fn retry(steps: Vec<usize>) {
    handle(Event::Retry(steps));
}

fn handle(event: Event) {
    let is_retry = matches!(event, Event::Retry(_));
    let done = update(|plan| {
        if let Event::Retry(steps) = &event {
            for step in steps {
                refresh(plan, *step);
            }
        }
        let before = plan.run.phase();
        let commands = plan.run.handle(event, clock::now());
        if plan.started.at.is_some() {
            // Before anything is sent: a reload must not make it look as if it was not.
            kept::keep_states(plan.run.states());
        }
        (commands, plan.number, plan.carrier.clone(), before, plan.run.phase(), plan.run.counts())
    });
    let Some((commands, number, carrier, before, phase, counts)) = done else { return };
    for command in commands {
        obey(command, number, &carrier);
    }
    if before != phase || is_retry {
        tell(phase, counts, &*carrier);
    } else if phase == Phase::Running {
        aloud::go_on(|| format!("{} of {} have ended.", count(counts.ended()), count(counts.total)));
    }
}

/// What somebody else changed meanwhile was shown with the result: the next time begins with it.
fn refresh(plan: &mut OpenPlan, step: usize) {
    let (Some(planned), Some(told)) = (plan.planned.get_mut(step), plan.results.get_mut(step)) else {
        return;
    };
    if let Some(now) = told.take().and_then(|told| told.theirs)
        && let Some(next) = plan.carrier.again(planned, now)
    {
        *planned = next;
    }
}

fn obey(command: Command, number: u32, carrier: &Rc<dyn Carrier>) {
    let carrier = carrier.clone();
    match command {
        Command::Send(step) => {
            let Some(planned) = look(|plan| plan.planned.get(step).cloned()).flatten() else { return };
            let sent = carrier.send(&planned);
            spawn(async move { take(step, number, &*carrier, sent.await) });
        }
        Command::ReadBack(step) if look(|plan| plan.is_kept) == Some(true) => {
            let read = look(|plan| plan.planned.get(step).map(|planned| planned.step().clone())).flatten();
            spawn(async move {
                let carried = match read {
                    Some(read) => Some(carrier.find_out(&read).await),
                    None => None,
                };
                take(step, number, &*carrier, carried);
            });
        }
        Command::ReadBack(step) => {
            let held = update(|plan| plan.held.remove(&step)).flatten();
            let planned = look(|plan| plan.planned.get(step).cloned()).flatten();
            spawn(async move {
                let carried = match (held, planned) {
                    (Some(held), _) => Some(carry::read_back(held).await),
                    // Only secrets were sent, which nothing shows: to send them again is the same.
                    (None, Some(planned)) => carrier.send(&planned).await,
                    (None, None) => None,
                };
                take(step, number, &*carrier, carried);
            });
        }
        Command::WakeAt(at) => {
            // Early is asked for again: so the seconds are counted down on the page.
            let wait = (at - clock::now()).clamp(0.0, 1_000.0);
            set_timeout(|| handle(Event::Tick(false)), Duration::from_millis(wait as u64 + 1));
        }
    }
}

/// Takes what came of a step, unless its plan was closed meanwhile.
fn take(step: usize, number: u32, carrier: &dyn Carrier, carried: Option<Carried>) {
    let is_open = look(|plan| plan.number) == Some(number);
    let Some(carried) = carried else {
        if is_open {
            handle(Event::Answered(step, Answer::Ended(Ending::Failed)));
        }
        return;
    };
    let Carried { answer, told, now, held, is_gone } = carried;
    let planned = look(|plan| plan.planned.get(step).cloned()).flatten().filter(|_| is_open);
    carrier.learn(planned.as_ref(), now.as_ref(), is_gone);
    if !is_open {
        return;
    }
    update(|plan| {
        plan.started.last = Some(clock::now());
        let is_new =
            plan.planned.get(step).and_then(|one| one.jira()).is_some_and(|one| one.opened.is_none());
        match now {
            Some(Record::Jira(now)) if is_new => drop(plan.made.insert(step, now.id)),
            Some(Record::GitLab(_)) => plan.latest.extend(now.map(|now| (step, now))),
            Some(Record::Jira(_) | Record::Repository(_)) | None => {}
        }
        if let Some(held) = held {
            plan.held.insert(step, held);
        }
        if let (Some(result), false) = (plan.results.get_mut(step), matches!(answer, Answer::NotYet(_))) {
            *result = Some(told);
        }
        if answer != Answer::Ended(Ending::Done) {
            kept::keep_said(plan.run.states(), &plan.results);
        }
    });
    handle(Event::Answered(step, answer));
}

/// What a person hears of it, wherever they are.
fn tell(phase: Phase, counts: Counts, carrier: &dyn Carrier) {
    if !matches!(phase, Phase::Running | Phase::Pausing { .. }) {
        carrier.publish();
    }
    match phase {
        Phase::Over => {
            let [done, total, bad] =
                [counts.done + counts.remarked, counts.total, counts.failed + counts.unknown].map(count);
            match counts.failed + counts.unknown {
                0 => toast(Tone::Good, format!("The plan is done: {done} of {total} done.")),
                _ => {
                    toast(Tone::Warn, format!("The plan has ended: {done} of {total} done, {bad} not done."))
                }
            }
        }
        Phase::Stopped(_) => toast(
            Tone::Warn,
            format!(
                "The plan has stopped. {} sent.",
                count_of(counts.waiting, "step was not", "steps were not")
            ),
        ),
        Phase::Deciding => announce("The first one is done. Decide about the others.".to_owned()),
        Phase::Pausing { .. } => {
            let vendor = look(|plan| plan.session.server.vendor()).unwrap_or(Vendor::Jira);
            announce(format!("Waiting for {vendor}."));
        }
        Phase::Paused => announce("Paused.".to_owned()),
        Phase::Ready | Phase::Running => {}
    }
}

/// Goes on at once when the network is back.
fn follow_network() {
    let listener = window_event_listener_untyped("online", |_| handle(Event::Tick(true)));
    update(|plan| plan.at_end(move || listener.remove()));
}
