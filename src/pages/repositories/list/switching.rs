//! Enabling and disabling repositories, one or many: read first, sent a few at a time, and read back at the end.
//!
//! Jira lists the repositories of all integrations in one answer, so many are read back with one request.

use super::batch::{Batch, Turned, is_going, of_now, put, update};
use crate::api::{Error, Resource, Server, jira};
use crate::browser::clock;
use crate::browser::numbers::{count, count_of};
use crate::browser::task::spawn;
use crate::plan::{concerns_all, hindrance};
use crate::store::Inventory;
use crate::store::work::{self, Verb};
use crate::ui::{Tone, toast};
use leptos::prelude::*;
use patchbay_model::gij::RepositoryBrief;
use patchbay_model::plan::{Answer, Command, Ending, Event, Hindrance, Phase, Run};
use patchbay_model::text::{NAME, short};
use std::collections::HashMap;
use std::time::Duration;

/// How many requests are on their way at a time.
const AT_A_TIME: usize = 4;

/// Where it is done.
#[derive(Clone, Copy)]
pub struct Place {
    /// The Jira.
    pub server: Server,
    /// The integration.
    pub integration: u64,
    /// What is known of the integrations.
    pub inventory: Inventory,
}

/// Enables or disables these. `on_read` gets what Jira has of all repositories of the integration, before and after.
pub fn begin(place: Place, all: Vec<Turned>, on: bool, on_read: Callback<Vec<RepositoryBrief>>) {
    if untrack(is_going) || all.is_empty() {
        return;
    }
    let Place { server, integration, inventory } = place;
    let steps: Vec<usize> = (0..all.len()).collect();
    let run = Run::new(all.len(), &steps, &[], AT_A_TIME);
    put(Some(Batch {
        server,
        integration,
        inventory,
        on,
        all,
        run,
        said: HashMap::new(),
        error: None,
        is_read_back: false,
        is_over: false,
        under_way: HashMap::new(),
        on_read,
    }));
    look_first();
}

/// Does those again that are not as asked.
pub fn again() {
    let taken = update(|batch| {
        let failed = batch.failed().into_iter().map(|(one, _)| one).collect();
        let place =
            Place { server: batch.server, integration: batch.integration, inventory: batch.inventory };
        (place, failed, batch.on, batch.on_read)
    });
    if let Some((place, failed, on, on_read)) = taken {
        put(None);
        begin(place, failed, on, on_read);
    }
}

/// Sends nothing more.
pub fn stop() {
    handle(Event::Stop);
}

/// Sends the rest, or reads again what could not be read at first.
pub fn go_on() {
    update(|batch| batch.error = None);
    match of_now(|batch| batch.run.phase()) {
        Some(Phase::Ready) => look_first(),
        _ => handle(Event::Continue),
    }
}

/// Forgets what came of it.
pub fn dismiss() {
    update(|batch| batch.under_way.clear());
    put(None);
}

/// Jira's endpoint switches whatever has the number: that each is one of the integration's repositories is found out first.
fn look_first() {
    let Some((server, integration)) = update(|batch| (batch.server, batch.integration)) else { return };
    spawn(async move {
        let read = jira::list_repositories(server, Some(integration)).await;
        let ids = untrack(|| of_now(|batch| batch.inventory.ids())).flatten();
        match read {
            Err(error) => {
                update(|batch| {
                    batch.under_way.clear();
                    batch.error = Some(error);
                });
            }
            Ok(listed) => {
                let of = |one: &&RepositoryBrief| one.integration == Some(integration);
                let now: HashMap<u64, bool> =
                    listed.read.iter().filter(of).map(|one| (one.id, one.disabled)).collect();
                let left = update(|batch| {
                    let mut left = Vec::new();
                    for at in 0..batch.all.len() {
                        let id = batch.all[at].id;
                        let why = match now.get(&id) {
                            None => Some("The integration no longer tracks it."),
                            Some(_) if ids.as_ref().is_some_and(|ids| ids.contains(&id)) => Some(
                                "An integration has the same number, and Jira might switch that one instead. Nothing was sent.",
                            ),
                            Some(disabled) if *disabled != batch.on => {
                                left.push(at);
                                None
                            }
                            Some(_) => continue,
                        };
                        if let Some(why) = why {
                            left.push(at);
                            batch.said.insert(at, why.to_owned());
                        }
                    }
                    (left, batch.on_read)
                });
                let Some((left, on_read)) = left else { return };
                on_read.try_run(listed.read);
                handle(Event::LeaveOut(left));
                handle(Event::Start);
            }
        }
    });
}

fn handle(event: Event) {
    let commands = update(|batch| batch.run.handle(event, clock::now()));
    for command in commands.into_iter().flatten() {
        obey(command);
    }
    if of_now(|batch| batch.run.phase() == Phase::Over && !batch.is_read_back) == Some(true) {
        look_last();
    }
}

fn obey(command: Command) {
    let Some((server, integration, on)) = update(|batch| (batch.server, batch.integration, batch.on)) else {
        return;
    };
    let id = |step: usize| of_now(|batch| batch.all.get(step).map(|one| one.id)).flatten();
    match command {
        Command::Send(step) => {
            let Some(id) = id(step) else { return };
            let verb = if on { Verb::Enabling } else { Verb::Disabling };
            let resource = Resource::Repository { server, integration, id };
            let Some(under_way) = work::begin(&resource, verb) else {
                update(|batch| batch.said.insert(step, "Another change of it has not ended yet.".to_owned()));
                return handle(Event::Answered(step, Answer::Ended(Ending::Failed)));
            };
            update(|batch| batch.under_way.insert(step, under_way));
            spawn(async move {
                let sent = jira::set_repository_disabled(server, id, !on).await;
                take(step, sent);
            });
        }
        Command::ReadBack(step) => {
            let Some(id) = id(step) else { return };
            spawn(async move {
                let answer = match jira::list_repositories(server, Some(integration)).await {
                    Ok(listed) => match listed.read.iter().find(|one| one.id == id) {
                        Some(one) if one.disabled != on => Answer::Ended(Ending::Done),
                        _ => Answer::Ended(Ending::Failed),
                    },
                    Err(error) => Answer::Open(hindrance(&error)),
                };
                handle(Event::Answered(step, answer));
            });
        }
        Command::WakeAt(at) => {
            let wait = (at - clock::now()).clamp(0.0, 1_000.0);
            let wake = || handle(Event::Tick(false));
            set_timeout(wake, Duration::from_millis(wait as u64 + 1));
        }
    }
}

fn take(step: usize, sent: Result<(), Error>) {
    let answer = match sent {
        Ok(()) => Answer::Ended(Ending::Done),
        Err(error) => {
            let answer = match hindrance(&error) {
                Some(Hindrance::Unreachable) => Answer::Open(Some(Hindrance::Unreachable)),
                Some(busy) => Answer::NotYet(busy),
                None if error.cause.may_be_done() => Answer::Open(None),
                None if concerns_all(&error) => Answer::NotYetForAll,
                None => Answer::Ended(Ending::Failed),
            };
            update(|batch| {
                if answer == Answer::NotYetForAll {
                    batch.error = Some(error);
                } else {
                    let said = short(&format!("{}. {error}", error.title()), 2 * NAME);
                    batch.said.insert(step, said);
                }
            });
            answer
        }
    };
    if !matches!(answer, Answer::Open(_)) {
        update(|batch| {
            batch.under_way.remove(&step);
            if answer == Answer::Ended(Ending::Done) {
                batch.said.remove(&step);
            }
        });
    }
    handle(Event::Answered(step, answer));
}

/// Compares all of them with what Jira has now.
fn look_last() {
    let Some((server, integration)) = update(|batch| {
        batch.is_read_back = true;
        (batch.server, batch.integration)
    }) else {
        return;
    };
    spawn(async move {
        let read = jira::list_repositories(server, Some(integration)).await;
        let told = update(|batch| {
            use patchbay_model::plan::State::Ended;
            batch.is_over = true;
            batch.under_way.clear();
            let mut done = 0;
            let now: Option<HashMap<u64, bool>> = read
                .as_ref()
                .ok()
                .map(|listed| listed.read.iter().map(|one| (one.id, one.disabled)).collect());
            for (at, one) in batch.all.iter().enumerate() {
                if batch.run.state(at) != Some(Ended(Ending::Done)) {
                    continue;
                }
                let is_so = now.as_ref().map(|now| now.get(&one.id).is_some_and(|off| *off != batch.on));
                let why = match is_so {
                    Some(true) => {
                        done += 1;
                        batch.said.remove(&at);
                        continue;
                    }
                    Some(false) => "Jira accepted the request, but has not done it. Try again in a minute.",
                    None => "Jira accepted the request, but Patchbay could not read back what it did.",
                };
                batch.said.insert(at, why.to_owned());
            }
            (done, batch.failed(), batch.on, batch.all.clone(), batch.on_read)
        });
        let Some((done, bad, on, all, on_read)) = told else { return };
        if let Ok(listed) = read {
            on_read.try_run(listed.read);
        }
        tell(done, &bad, on, &all);
    });
}

fn tell(done: usize, bad: &[(Turned, String)], on: bool, all: &[Turned]) {
    let did = if on { "enabled" } else { "disabled" };
    match (all, bad) {
        ([one], []) => toast(Tone::Good, format!("{} is {did}.", short(&one.name, NAME))),
        (_, []) if done == 0 => toast(Tone::Good, format!("All of them were {did} already.")),
        ([one], [(_, said), ..]) => {
            toast(Tone::Warn, format!("{} is not {did}. {said}", short(&one.name, NAME)));
        }
        (_, []) => {
            toast(Tone::Good, format!("{} {did}.", count_of(done, "repository is", "repositories are")))
        }
        (_, bad) => toast(
            Tone::Warn,
            format!(
                "{} of {} are not {did}.",
                count(bad.len()),
                count_of(all.len(), "repository", "repositories")
            ),
        ),
    }
}

/// Enables or disables one; `done` gets whether it is disabled, as far as Jira was read.
pub fn turn_one(
    server: Server,
    integration: u64,
    inventory: Inventory,
    one: Turned,
    on: bool,
    done: Callback<bool>,
) {
    let id = one.id;
    let on_read = Callback::new(move |now: Vec<RepositoryBrief>| {
        if let Some(now) = now.iter().find(|other| other.id == id) {
            done.try_run(now.disabled);
        }
    });
    begin(Place { server, integration, inventory }, vec![one], on, on_read);
}
