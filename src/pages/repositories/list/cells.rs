//! The cells of a repository.
//!
//! Made with `el`, because a template (`ui/stamp.rs`) has blanks, which `view!` cannot write.

use super::facets::said;
use super::rows::{RepositoryRow, STALE_HOURS};
use super::view::View;
use crate::api::Resource;
use crate::browser::{dates, numbers};
use crate::route::JiraPage;
use crate::store::work::{self, Verb};
use crate::ui::el::{El, Words, button, el, symbol, while_true};
use crate::ui::{Filling, Tone};
use patchbay_model::Project;
use patchbay_model::gij::{RepositoryBrief, RepositoryState, Staleness};
use patchbay_model::text::{NAME, short};

/// How many projects a row names before it counts the rest.
const NAMED: usize = 3;

/// The cells of a row; [`filling`] has the values of the blanks, in the same order.
pub fn cells() -> Vec<El> {
    let named = el("span")
        .class("two")
        .child(el("a").blank("href").blank_text())
        .child(el("small").blank_text())
        .child(el("small").class("only-s").blank_text())
        .child(el("small").class("only-xs").blank_text());
    let switch = button("")
        .attr("role", "switch")
        .blank("aria-label")
        .blank("aria-checked")
        .blank("aria-disabled")
        .blank("aria-busy")
        .child(symbol("").class("box"))
        .child(el("span").class("word").blank_text());
    let moment = el("time").class("moment").blank("hidden").blank("datetime").blank("title").blank_text();
    let cut = || el("span").class("cut").blank("title").blank_text();
    let check = el("input").attr("type", "checkbox").blank("aria-label").blank("checked");
    vec![
        el("td").class("pick").child(el("label").child(check)),
        el("th").attr("scope", "row").class("wide").child(named),
        el("td").class("hide-s").child(cut()),
        el("td").class("hide-s").child(cut()),
        el("td").child(el("span").class("switch status").child(switch)),
        el("td").class("hide-xs state").child(el("span").blank("class").blank_text()),
        el("td").class("num hide-xs").child(el("span").blank("class").blank_text().child(moment)),
    ]
}

/// What the blanks of a row say.
pub fn filling(view: View, row: &RepositoryRow, projects: &[Project], now: f64) -> Filling {
    let RepositoryBrief { id, origin, main_branch, disabled, indexed_at, state, .. } = &row.brief;
    let name = short(&row.brief.name, NAME);
    let resource =
        Resource::Repository { server: view.session.server, integration: view.integration, id: *id };
    let verb = work::under_way(&resource);
    let status = if *disabled { "Disabled" } else { "Enabled" };
    let word = match verb {
        Some(Verb::Disabling) => "Disabling…",
        Some(Verb::Enabling) => "Enabling…",
        Some(Verb::Saving) => "Saving…",
        Some(Verb::Removing) => "Removing…",
        None => status,
    };
    let (tone, state) = match state {
        Some(state) => (tone(state), said(state)),
        None => (Tone::Plain, String::new()),
    };
    let (some, all) = projects_of(&row.brief, projects);
    let ago = indexed_at.map(|at| dates::relative(at, now));
    let narrow = [ago.clone().unwrap_or_else(|| "never indexed".to_owned()), state.clone()];
    let narrow = narrow.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    let place = if origin.is_empty() { &row.brief.root } else { origin };
    vec![
        says(format!("Select {name}")),
        while_true(view.selection.is_chosen(*id)),
        says(view.session.link(JiraPage::Repository(view.integration, *id))),
        says(name.clone()),
        says(format!("{} · #{id}", short(place, NAME))),
        says(
            [short(main_branch, NAME), some.clone()]
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
        ),
        says(narrow),
        says(short(main_branch, NAME)),
        says(short(main_branch, NAME)),
        says(all),
        says(some),
        says(format!("{status}: {name}")),
        says(if *disabled { "false" } else { "true" }),
        while_true(verb.is_some()),
        while_true(verb.is_some()),
        says(word),
        says(
            if state.is_empty() { "" } else { tone.class() }.to_owned()
                + if state.is_empty() { "" } else { " tag" },
        ),
        says(state),
        says(match row.brief.staleness(now, STALE_HOURS) {
            Staleness::Fresh => "moment",
            Staleness::Never => "tag plain",
            Staleness::Stale => "tag warn",
            Staleness::VeryStale => "tag bad",
        }),
        indexed_at.is_none().then(|| "never".into()),
        while_true(indexed_at.is_none()),
        indexed_at.map(|at| dates::machine(at).into()),
        indexed_at.map(|at| dates::exact(at).into()),
        ago.map(Words::from),
    ]
}

fn tone(state: &RepositoryState) -> Tone {
    match state {
        RepositoryState::Queued | RepositoryState::Other(_) => Tone::Plain,
        RepositoryState::Scanning => Tone::Info,
        RepositoryState::Updated => Tone::Good,
        RepositoryState::Error => Tone::Bad,
    }
}

/// The first few projects, and all of them for hovering over.
fn projects_of(brief: &RepositoryBrief, known: &[Project]) -> (String, String) {
    if brief.global == Some(true) {
        return ("All projects".to_owned(), String::new());
    }
    let keys: Vec<String> =
        brief.projects.iter().map(|id| short(&Project::key_of(known, *id), NAME)).collect();
    let some = match keys.len() {
        0 if brief.global.is_none() => "not reported".to_owned(),
        0 => "none".to_owned(),
        count if count > NAMED => format!("{} +{}", keys[..NAMED].join(", "), numbers::count(count - NAMED)),
        _ => keys.join(", "),
    };
    (some, keys.join(", "))
}

fn says(words: impl Into<Words>) -> Option<Words> {
    Some(words.into())
}
