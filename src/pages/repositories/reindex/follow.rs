//! How far Jira is: asked for one run after the other, with pauses that grow, for as long as a page shows it.

use super::item::{in_a_line, words};
use super::pace;
use super::runs::{Runs, Stage, look, set, update};
use crate::api::jira::{self, JIRA};
use crate::api::{Cause, Error, Found, Record, Resource, Server};
use crate::browser::numbers::{count, count_of};
use crate::browser::pause::pause;
use crate::browser::task::spawn;
use crate::plan::{aloud, concerns_all, hindrance};
use crate::ui::{Tone, toast};
use leptos::prelude::*;
use patchbay_model::gij::reindex::ReindexProgress;
use patchbay_model::plan::{Ending, Hindrance};
use patchbay_model::text::{NAME, short};
use std::cell::Cell;
use std::time::Duration;

thread_local! {
    static NUMBER: Cell<u32> = const { Cell::new(0) };
}

fn next_number() -> u32 {
    NUMBER.set(NUMBER.get() + 1);
    NUMBER.get()
}

/// Follows them from now on, at once, until the page is left that is being drawn.
pub fn watch(server: Server) {
    let page = next_number();
    update(server, |runs| {
        runs.watched = Some(page);
        runs.following = None;
    });
    ensure(server);
    on_cleanup(move || {
        // Another page may have been drawn before this one went.
        update(server, |runs| runs.watched = runs.watched.filter(|watched| *watched != page));
    });
}

/// Asks again after a trouble.
pub fn try_again(server: Server) {
    update(server, |runs| runs.trouble = None);
    ensure(server);
}

/// Follows them if a page shows it, something runs, and nothing follows it yet.
pub fn ensure(server: Server) {
    let begins = look(server, |runs| {
        runs.watched.is_some()
            && runs.following.is_none()
            && runs.trouble.is_none()
            && !runs.running().is_empty()
    });
    if begins == Some(true) {
        let number = next_number();
        update(server, |runs| runs.following = Some(number));
        spawn(rounds(server, number));
    }
}

/// Round after round.
async fn rounds(server: Server, number: u32) {
    let mut length = pace::FIRST;
    let mut is_first = true;
    loop {
        // What was just started has not ended yet; what was left long ago may have.
        if !std::mem::take(&mut is_first) {
            pause(length).await;
        }
        let running = look(server, |runs| {
            (runs.following == Some(number) && runs.watched.is_some()).then(|| runs.running())
        });
        let Some(running) = running.flatten().filter(|running| !running.is_empty()) else { break };
        let mut moved = false;
        let mut asked = None;
        for at in running {
            match ask(server, at).await {
                Ok(ended) => moved |= ended,
                Err(error) => {
                    asked = Some(error);
                    break;
                }
            }
            if look(server, |runs| runs.watched.is_some()) != Some(true) {
                break;
            }
        }
        length = pace::next(length, moved);
        let Some(error) = asked else {
            update(server, |runs| runs.trouble = None);
            // What is started next is asked for at once, not after this pause.
            match look(server, |runs| runs.running().is_empty()) {
                Some(false) => continue,
                _ => break,
            }
        };
        let hindered = hindrance(&error);
        update(server, |runs| runs.trouble = Some(error));
        match hindered {
            Some(Hindrance::SlowDown(Some(seconds)) | Hindrance::Unavailable(Some(seconds))) => {
                length = length.max(Duration::from_secs(u64::from(seconds)));
            }
            Some(_) => {}
            None => break,
        }
    }
    update(server, |runs| {
        if runs.following == Some(number) {
            runs.following = None;
        }
    });
}

/// Asks how far one is; whether it is over. An error only where the others would fail alike.
async fn ask(server: Server, at: usize) -> Result<bool, Error> {
    loop {
        let asked = look(server, |runs| {
            let item = runs.items.get(at).filter(|_| runs.stage(at) == Stage::Running)?;
            Some((item.id, item.threads.first().cloned(), item.threads.len()))
        });
        let Some((id, thread, left)) = asked.flatten() else { return Ok(false) };
        let is_over = ask_one(server, at, id, thread).await?;
        // Of many runs, the next may be over as well.
        let now = look(server, |runs| runs.items.get(at).map(|item| item.threads.len())).flatten();
        if is_over || now.is_none_or(|now| now == left) {
            return Ok(is_over);
        }
    }
}

async fn ask_one(server: Server, at: usize, id: u64, thread: Option<String>) -> Result<bool, Error> {
    match jira::reindexing_progress(server, thread.as_deref(), id).await.map_err(|failed| failed.error) {
        Ok(progress) => {
            let is_over = take(server, at, &progress);
            if is_over {
                end(server, at).await;
            }
            Ok(is_over)
        }
        Err(error) if concerns_all(&error) || hindrance(&error).is_some() || error.cause == Cause::Server => {
            Err(error)
        }
        Err(error) => {
            lost(server, at, id, &error).await;
            Ok(true)
        }
    }
}

/// Takes how far one is; whether all its runs are over.
fn take(server: Server, at: usize, progress: &ReindexProgress) -> bool {
    let taken = update(server, |runs| {
        let Some(item) = runs.items.get_mut(at) else { return false };
        if !progress.finished {
            let left = item.threads.len().max(1);
            let of = item.of.max(1);
            let own = progress.percent.map_or(0, usize::from);
            let percent = ((of.saturating_sub(left)) * 100 + own) / of;
            item.percent = (of > 1 || progress.percent.is_some()).then_some(percent.min(100) as u8);
            item.said = last_said(progress).unwrap_or_default();
            return false;
        }
        if progress.has_failed() {
            let errors = progress.errors.iter().map(|one| one.text.clone());
            item.failed.extend(errors);
            if progress.errors.is_empty() {
                let why = last_said(progress).unwrap_or_else(|| "Jira gave no reason.".to_owned());
                item.failed.push(why);
            }
        }
        if !item.threads.is_empty() {
            item.threads.remove(0);
        }
        if !item.threads.is_empty() {
            return false;
        }
        (item.ending, item.said) = match item.failed.as_slice() {
            // What it did last is no news any more.
            [] => (Some(Ending::Done), String::new()),
            errors => (Some(Ending::Failed), in_a_line(errors)),
        };
        true
    });
    if taken == Some(false) {
        aloud::go_on(|| look(server, in_words).unwrap_or_default());
    }
    taken == Some(true)
}

/// How far those are that were asked for.
fn in_words(runs: &Runs) -> String {
    let counts = runs.counts_of(&|id| runs.asked.contains(&id));
    let percent = runs.asked.first().and_then(|id| runs.items.get(runs.place(*id)?)?.percent);
    match percent.filter(|_| counts.total == 1) {
        Some(percent) => format!("{percent} % are indexed."),
        None => format!("{} of {} are indexed.", count(counts.done), count(counts.total)),
    }
}

/// The last that Jira said, in its words.
fn last_said(progress: &ReindexProgress) -> Option<String> {
    progress.messages.last().map(|one| short(&one.text, 2 * NAME))
}

/// Jira does not know the run any more: when the integration was indexed last says whether it went well.
async fn lost(server: Server, at: usize, id: u64, error: &Error) {
    let before = look(server, |runs| runs.items.get(at).and_then(|item| item.indexed_at)).flatten();
    let now = match JIRA.read(&Resource::jira(server, id)).await {
        Ok(Found::Present(Record::Jira(now))) => now.indexed_at(),
        _ => None,
    };
    let (ending, said) = match now {
        Some(now) if before.is_none_or(|before| now > before) => (
            Ending::Done,
            "Jira no longer knows this run, but has indexed the integration since it was started.".to_owned(),
        ),
        _ => (Ending::Unknown, words(error)),
    };
    set(server, at, |item| (item.ending, item.said) = (Some(ending), said));
    end(server, at).await;
}

/// Takes over what Jira has now, so that lists and forms show it; and tells when nothing runs any more.
async fn end(server: Server, at: usize) {
    let Some((id, inventory)) = look(server, |runs| Some((runs.items.get(at)?.id, runs.inventory))).flatten()
    else {
        return;
    };
    if let Ok(Found::Present(Record::Jira(now))) = JIRA.read(&Resource::jira(server, id)).await {
        inventory.put(now);
    }
    let ended = look(server, |runs| {
        let all = runs.counts();
        let is_over = !runs.is_starting() && all.waiting + all.under_way == 0;
        let name = |id: &u64| runs.place(*id).map(|at| short(&runs.items[at].name, NAME));
        let only = match runs.asked.as_slice() {
            [id] => name(id),
            _ => None,
        };
        is_over.then(|| (runs.counts_of(&|id| runs.asked.contains(&id)), only))
    });
    let Some((counts, only)) = ended.flatten() else { return };
    let all = count_of(counts.total, "integration", "integrations");
    match (counts.failed + counts.unknown, only) {
        (0, Some(name)) => toast(Tone::Good, format!("Jira has indexed {name}.")),
        (0, None) => toast(Tone::Good, format!("Jira has indexed {all}.")),
        (_, Some(name)) if counts.failed > 0 => toast(Tone::Warn, format!("Indexing {name} failed.")),
        (_, Some(name)) => toast(Tone::Warn, format!("It is not known whether Jira has indexed {name}.")),
        (bad, None) => {
            toast(Tone::Warn, format!("Indexing has ended: {} of {all} did not work.", count(bad)));
        }
    }
}
