//! Does what the runs of a Jira say: tells Jira to index one after the other, a few at a time.

use super::follow;
use super::item::{Item, words};
use super::runs::{Runs, Stage, look, set, update};
use crate::api::{Cause, Error, Server, jira};
use crate::browser::announcer::announce;
use crate::browser::clock;
use crate::browser::numbers::{count, count_of};
use crate::browser::task::spawn;
use crate::plan::{aloud, concerns_all, hindrance};
use leptos::prelude::set_timeout;
use patchbay_model::gij::reindex::{ReindexProgress, ReindexTarget, targets};
use patchbay_model::plan::{Answer, Command, Ending, Event, Hindrance};
use patchbay_model::text::{NAME, short};
use std::collections::HashMap;
use std::time::Duration;

/// An integration that is to be indexed.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// Its number.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// When it was indexed last, in epoch milliseconds.
    pub indexed_at: Option<f64>,
}

/// Has these indexed, also those that were before. Which numbers are sent depends on the repositories, which are read first:
/// Jira would index a repository that has the number of an integration, and say that all went well.
pub fn begin(server: Server, wanted: Vec<Wanted>) {
    update(server, |runs| runs.is_preparing = true);
    announce(match wanted.as_slice() {
        [one] => format!("Starting to index {}.", short(&one.name, NAME)),
        all => format!("Starting to index {}.", count_of(all.len(), "integration", "integrations")),
    });
    aloud::begin();
    spawn(async move {
        let read = jira::list_repositories(server, None).await;
        // Without the list, Jira's own answer about the number counts.
        let listed = read.map(|listed| listed.read).unwrap_or_default();
        let found = wanted.iter().map(|one| (one.id, targets(one.id, &listed)));
        let found: HashMap<u64, ReindexTarget> = found.collect();
        let events = update(server, |runs| {
            runs.is_preparing = false;
            runs.targets.extend(found);
            put(runs, wanted)
        });
        for event in events.into_iter().flatten() {
            handle(server, event);
        }
    });
}

/// Sends nothing more; what Jira was told goes on.
pub fn stop(server: Server) {
    handle(server, Event::Stop);
}

/// Sends the rest.
pub fn go_on(server: Server) {
    handle(server, Event::Continue);
}

/// Finds out what came of those that were being started when the page was reloaded.
pub fn find_out(server: Server) {
    handle(server, Event::Tick(false));
}

/// Puts them into the list, and says what the run is told.
fn put(runs: &mut Runs, wanted: Vec<Wanted>) -> [Event; 2] {
    let (mut again, mut new) = (Vec::new(), 0);
    let counts = runs.counts();
    if counts.waiting + counts.under_way == 0 {
        runs.asked.clear();
    }
    for one in &wanted {
        if !runs.asked.contains(&one.id) {
            runs.asked.push(one.id);
        }
    }
    for Wanted { id, name, indexed_at } in wanted {
        let item = Item {
            id,
            name,
            indexed_at,
            threads: Vec::new(),
            of: 0,
            percent: None,
            note: String::new(),
            said: String::new(),
            failed: Vec::new(),
            ending: None,
        };
        match runs.place(id) {
            Some(at) if matches!(runs.stage(at), Stage::Ended(_)) => {
                runs.items[at] = item;
                again.push(at);
            }
            Some(_) => {}
            None => {
                runs.items.push(item);
                new += 1;
            }
        }
    }
    [Event::Retry(again), Event::Add(new)]
}

fn handle(server: Server, event: Event) {
    let commands = update(server, |runs| runs.run.handle(event, clock::now()));
    for command in commands.into_iter().flatten() {
        obey(server, command);
    }
    follow::ensure(server);
}

fn obey(server: Server, command: Command) {
    match command {
        Command::Send(step) => {
            let Some((id, target)) = look(server, |runs| {
                let id = runs.items.get(step)?.id;
                Some((id, runs.targets.get(&id).cloned()))
            })
            .flatten() else {
                return;
            };
            let target = target.unwrap_or(ReindexTarget::Whole { id, or_each: Vec::new() });
            spawn(async move {
                let started = start(server, target).await;
                take(server, step, started);
            });
        }
        Command::ReadBack(step) => {
            let Some(id) = look(server, |runs| runs.items.get(step).map(|item| item.id)).flatten() else {
                return;
            };
            spawn(async move {
                let found = jira::reindexing_progress(server, None, id).await.map_err(|failed| failed.error);
                find(server, step, found);
            });
        }
        Command::WakeAt(at) => {
            let wait = (at - clock::now()).clamp(0.0, 1_000.0);
            set_timeout(move || handle(server, Event::Tick(false)), Duration::from_millis(wait as u64 + 1));
        }
    }
}

/// The runs that were started, and what there is to say of it.
struct Started {
    threads: Vec<String>,
    note: String,
    /// Why some of its repositories are not indexed.
    failed: Vec<String>,
}

async fn start(server: Server, target: ReindexTarget) -> Result<Started, Error> {
    let (refused, each) = match target {
        ReindexTarget::Each(each) => (None, each),
        ReindexTarget::Whole { id, or_each } => {
            match jira::start_reindexing(server, id).await.map_err(|failed| failed.error) {
                Ok(started) => {
                    let threads = started.thread.into_iter().collect();
                    return Ok(Started { threads, note: String::new(), failed: Vec::new() });
                }
                // It refuses this number, and nothing else.
                Err(error)
                    if !or_each.is_empty() && matches!(error.cause, Cause::Refused(_) | Cause::NotFound) =>
                {
                    (Some(error), or_each)
                }
                Err(error) => return Err(error),
            }
        }
    };
    let why = match &refused {
        Some(_) => "Jira does not index an integration as a whole",
        None => "A repository has the same number as this integration",
    };
    let note = format!(
        "{why}, so each of its repositories is indexed by itself. New repositories on the host are not found this way."
    );
    let (mut threads, mut failed, mut last, mut begun) = (Vec::new(), Vec::new(), None, 0_usize);
    let all = each.len();
    for (at, repository) in each.into_iter().enumerate() {
        match jira::start_reindexing(server, repository).await.map_err(|failed| failed.error) {
            Ok(started) => {
                threads.extend(started.thread);
                begun += 1;
            }
            // It would be the same with the next: all of them are tried again later.
            Err(error) if concerns_all(&error) || hindrance(&error).is_some_and(is_busy) => {
                return Err(error);
            }
            // What was started goes on.
            Err(error) => {
                failed.push(format!("Repository #{repository} was not started: {}", words(&error)));
                let is_lost = !matches!(error.cause, Cause::Refused(_) | Cause::NotFound);
                last = Some(error);
                if is_lost {
                    let rest = all - at - 1;
                    failed.extend((rest > 0).then(|| format!("{} more were not started", count(rest))));
                    break;
                }
            }
        }
    }
    match last {
        Some(error) if begun == 0 => Err(error),
        _ => Ok(Started { threads, note, failed }),
    }
}

/// Takes what came of a request that starts a run.
fn take(server: Server, step: usize, started: Result<Started, Error>) {
    let answer = match started {
        Ok(Started { threads, note, failed }) => {
            set(server, step, |item| {
                (item.of, item.threads, item.note) = (threads.len(), threads, note);
                (item.said, item.failed) = (String::new(), failed);
            });
            Answer::Ended(Ending::Done)
        }
        Err(error) => {
            let answer = match hindrance(&error) {
                // Busy: it has done nothing. Lost: it may have.
                Some(hindrance) if error.cause.may_be_done() && !is_busy(hindrance) => {
                    Answer::Open(Some(hindrance))
                }
                Some(hindrance) => Answer::NotYet(hindrance),
                None if error.cause.may_be_done() => Answer::Open(None),
                None if concerns_all(&error) => Answer::NotYetForAll,
                None => Answer::Ended(Ending::Failed),
            };
            set(server, step, |item| item.said = words(&error));
            update(server, |runs| runs.refused = Some(error));
            answer
        }
    };
    handle(server, Event::Answered(step, answer));
}

/// Takes whether Jira knows of a run, after a start without an answer.
fn find(server: Server, step: usize, found: Result<ReindexProgress, Error>) {
    let answer = match found {
        // One that is over may be another one.
        Ok(progress) if progress.finished => {
            let said = "Jira did not answer the request and is not indexing it now. Check when it was last indexed, or start it again.";
            set(server, step, |item| item.said = said.to_owned());
            Answer::Ended(Ending::Failed)
        }
        Ok(progress) => {
            set(server, step, |item| {
                (item.of, item.threads) = (1, progress.thread.clone().into_iter().collect());
                item.said = String::new();
            });
            Answer::Ended(Ending::Done)
        }
        Err(error) => match hindrance(&error) {
            Some(hindrance) => Answer::Open(Some(hindrance)),
            None if concerns_all(&error) => Answer::Open(None),
            None => {
                let said = "Jira did not answer the request and knows of no such run. Start it again.";
                set(server, step, |item| item.said = said.to_owned());
                Answer::Ended(Ending::Failed)
            }
        },
    };
    handle(server, Event::Answered(step, answer));
}

fn is_busy(hindrance: Hindrance) -> bool {
    !matches!(hindrance, Hindrance::Unreachable)
}
