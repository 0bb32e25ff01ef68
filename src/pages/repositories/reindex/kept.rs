//! What this tab keeps of the runs, so that a reload of the page finds them again: no secrets, and nothing that was typed.

use super::item::Item;
use crate::api::Server;
use crate::browser::storage;
use patchbay_model::plan::report::{letters, states};
use patchbay_model::plan::{Ending, State};
use serde_json::{Value, json};

/// How many characters are kept of what was said of one.
const SAID: usize = 400;

/// One key for each Jira.
fn key(server: Server) -> String {
    format!("reindex.{}", server.place())
}

/// Keeps them.
pub fn keep(server: Server, items: &[Item], states: &[State]) {
    let one = |(at, item): (usize, &Item)| {
        let said: String = item.said.chars().take(SAID).collect();
        let state = states.get(at).copied().unwrap_or(State::Waiting);
        let ending = item.ending.map(|ending| letters(&[State::Ended(ending)]));
        json!([
            item.id,
            item.name,
            item.indexed_at,
            item.threads,
            said,
            letters(&[state]),
            ending,
            item.of,
            item.note,
            item.failed
        ])
    };
    let items: Value = items.iter().enumerate().map(one).collect();
    storage::keep(&key(server), &items.to_string());
}

/// What was kept of this Jira's, each with where its start was.
pub fn read(server: Server) -> Vec<(Item, State)> {
    let kept = storage::kept(&key(server)).and_then(|kept| serde_json::from_str::<Value>(&kept).ok());
    kept.as_ref().and_then(Value::as_array).into_iter().flatten().filter_map(item).collect()
}

/// Forgets what was kept of this Jira's.
pub fn forget(server: Server) {
    storage::forget(&key(server));
}

fn item(one: &Value) -> Option<(Item, State)> {
    let text = |at: usize| one.get(at).and_then(Value::as_str);
    let state = |at: usize| states(text(at)?).first().copied();
    let texts = |at: usize| {
        let all = one.get(at).and_then(Value::as_array).into_iter().flatten();
        all.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let item = Item {
        id: one.get(0)?.as_u64()?,
        name: text(1)?.to_owned(),
        indexed_at: one.get(2)?.as_f64(),
        threads: texts(3),
        of: one.get(7)?.as_u64().and_then(|of| usize::try_from(of).ok())?,
        percent: None,
        said: text(4)?.to_owned(),
        note: text(8).unwrap_or_default().to_owned(),
        failed: texts(9),
        ending: match state(6) {
            Some(State::Ended(ending)) => Some(ending),
            _ => None,
        },
    };
    Some((item, state(5).unwrap_or(State::Ended(Ending::Unknown))))
}
