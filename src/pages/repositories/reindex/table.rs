//! The integrations that are indexed, one row each.
//!
//! Made with `el`, because a template (`ui/stamp.rs`) has blanks, which `view!` cannot write.

use super::runner::Wanted;
use super::runs::{self, Item, Runs, Stage};
use crate::browser::reactive::{derive, memo};
use crate::browser::{clock, dates};
use crate::route::JiraPage;
use crate::session::{Session, session};
use crate::store::{Inventory, inventory};
use crate::ui::el::{El, Words, el, while_true};
use crate::ui::{Fill, Filling, Press, RowAt, RowId, Tone, WindowedTable};
use leptos::prelude::*;
use patchbay_model::plan::Ending;
use patchbay_model::text::{NAME, short};
use std::sync::Arc;

/// Those that were asked for, and those that are wanted.
#[component]
pub fn RunsTable(
    /// Only this integration; none for all.
    id: Option<u64>,
    /// What is to be indexed.
    wanted: Memo<Arc<Vec<Wanted>>>,
) -> impl IntoView {
    let (session, inventory) = (session(), inventory());
    let server = session.server;
    // Each integration once, by name.
    let ids = memo(move || {
        let asked = |runs: &Runs| runs.items.iter().map(|item| item.id).collect::<Vec<_>>();
        let mut ids = runs::follow(server, asked).unwrap_or_default();
        ids.retain(|other| id.is_none_or(|id| id == *other));
        ids.extend(wanted.read().iter().map(|one| one.id));
        ids.sort_unstable();
        ids.dedup();
        ids.sort_by_key(|id| inventory.row(*id).map(|row| row.place));
        Arc::new(ids)
    });
    let at: RowAt = Arc::new(move |index| {
        let key = ids.read().get(index).copied().unwrap_or_default();
        RowId { entry: index, key }
    });
    let fill = memo(move || {
        runs::follow(server, |_| ());
        inventory.list.with(|_| ());
        let (ids, now) = (ids.get(), clock::ticking().get());
        Fill(Arc::new(move |entry| match ids.get(entry) {
            Some(id) => untrack(|| filling(session, inventory, *id, now)),
            None => Vec::new(),
        }))
    });
    let head = move || {
        view! {
            <th scope="col" class="wide">"Integration"</th>
            <th scope="col">"Indexing"</th>
            <th scope="col" class="hide-s said">"What Jira says"</th>
            <th scope="col" class="num hide-xs">"Last indexed"</th>
        }
    };
    let count = derive(move || ids.read().len());
    view! {
        <div class="panel">
            <WindowedTable
                label="Integrations to index"
                class="integrations runs"
                count
                head
                at
                cells=cells()
                fill
                on_press=Callback::new(|_: Press| ())
                focus=None
            />
        </div>
    }
}

/// The cells of a row; [`filling`] has the values of the blanks, in the same order.
fn cells() -> Vec<El> {
    let named = el("span")
        .class("two")
        .child(el("a").blank("href").blank_text())
        .child(el("small").blank_text())
        .child(el("small").class("only-xs").blank_text());
    let progress = el("progress").attr("max", "100").blank("value").blank("hidden").blank("aria-label");
    let state = el("span").class("stage").child(el("span").blank("class").blank_text()).child(progress);
    let moment = el("time").class("moment").blank("hidden").blank("datetime").blank("title").blank_text();
    vec![
        el("th").attr("scope", "row").class("wide").child(named),
        el("td").child(state),
        el("td").class("hide-s said").child(el("span").class("cut").blank("title").blank_text()),
        el("td").class("num hide-xs").child(el("span").blank_text()).child(moment),
    ]
}

fn filling(session: Session, inventory: Inventory, id: u64, now: f64) -> Filling {
    let row = inventory.row(id);
    let known = |runs: &Runs| runs.place(id).map(|at| (runs.items[at].clone(), runs.stage(at)));
    let asked = runs::look(session.server, known).flatten();
    let name = match (&row, &asked) {
        (Some(row), _) => short(row.integration.name(), NAME),
        (None, Some((item, _))) => short(&item.name, NAME),
        (None, None) => format!("Integration {id}"),
    };
    let place = row.as_ref().map(|row| format!("{} · ", short(row.integration.origin(), NAME)));
    let (tone, word) = stage(asked.as_ref());
    let said = asked.as_ref().map(|(item, _)| item.said.clone()).unwrap_or_default();
    let percent = asked.as_ref().filter(|(_, stage)| *stage == Stage::Running);
    let percent = percent.and_then(|(item, _)| item.percent);
    let indexed = row.as_ref().and_then(|row| row.integration.indexed_at());
    vec![
        says(session.link(JiraPage::Edit(id))),
        says(name.clone()),
        says(format!("{}#{id}", place.unwrap_or_default())),
        says(said.clone()),
        says(format!("tag {}", tone.class())),
        says(word),
        percent.map(|percent| percent.to_string().into()),
        while_true(percent.is_none()),
        says(format!("Indexing {name}")),
        says(said.clone()),
        says(said),
        says(if indexed.is_none() { "never" } else { "" }),
        while_true(indexed.is_none()),
        indexed.map(|at| dates::machine(at).into()),
        indexed.map(|at| dates::exact(at).into()),
        indexed.map(|at| dates::relative(at, now).into()),
    ]
}

fn stage(asked: Option<&(Item, Stage)>) -> (Tone, String) {
    let Some((item, stage)) = asked else { return (Tone::Plain, "Not started".to_owned()) };
    let (tone, word) = match stage {
        Stage::Waiting => (Tone::Plain, "Waiting"),
        Stage::Starting => (Tone::Info, "Starting…"),
        Stage::Running => match item.percent {
            Some(percent) => return (Tone::Info, format!("Indexing {percent} %")),
            None => (Tone::Info, "Indexing…"),
        },
        Stage::Ended(Ending::Done | Ending::Remarked) => (Tone::Good, "✓ Indexed"),
        Stage::Ended(Ending::Failed) => (Tone::Bad, "▲ Failed"),
        Stage::Ended(Ending::Unknown) => (Tone::Warn, "▲ Not known"),
    };
    (tone, word.to_owned())
}

fn says(words: impl Into<Words>) -> Option<Words> {
    Some(words.into())
}
