//! The cells of an integration that is indexed.
//!
//! Made with `el`, because a template (`ui/stamp.rs`) has blanks, which `view!` cannot write.

use super::item::Item;
use super::runs::{self, Runs, Stage};
use crate::browser::dates;
use crate::route::JiraPage;
use crate::session::Session;
use crate::store::Inventory;
use crate::ui::el::{El, Words, el, while_true};
use crate::ui::{Filling, Tone};
use patchbay_model::plan::Ending;
use patchbay_model::text::{NAME, short};

/// The cells of a row; [`filling`] has the values of the blanks, in the same order.
pub fn cells() -> Vec<El> {
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

/// What the blanks of a row say.
pub fn filling(session: Session, inventory: Inventory, id: u64, now: f64) -> Filling {
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
    let said = asked.as_ref().map(|(item, _)| format!("{} {}", item.said, item.note).trim().to_owned());
    let said = said.unwrap_or_default();
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
