//! The cells of one integration in the list.
//!
//! Made with `el`, because a template (`ui/stamp.rs`) has blanks, which `view!` cannot write. Before it was a template,
//! this saved 1,454 bytes (brotli) of the first visit, measured against the same with `view!`.

use super::removal::Removal;
use crate::api::Resource;
use crate::browser::reactive::memo;
use crate::browser::{clock, dates, numbers};
use crate::route::JiraPage;
use crate::sentences;
use crate::session::Session;
use crate::store::work::{self, Verb};
use crate::store::{Inventory, Row, Selection};
use crate::ui::el::{El, Words, button, el, symbol, unseen, while_true};
use crate::ui::{Fill, Filling, menu_button};
use leptos::prelude::*;
use patchbay_model::Project;
use patchbay_model::gij::Staleness;
use patchbay_model::text::{NAME, short};
use std::sync::Arc;

/// How many projects a row names before it counts the rest.
const NAMED: usize = 3;

/// How many characters of a type that Patchbay does not know are drawn.
const KIND: usize = 40;

/// How many projects are named for hovering over.
const HOVERED: usize = 100;

/// What all rows share.
#[derive(Clone, Copy)]
pub struct RowContext {
    /// Jira.
    pub session: Session,
    /// What was read.
    pub inventory: Inventory,
    /// The dialog that removes.
    pub removal: Removal,
    /// Hours after which an index counts as stale.
    pub stale_hours: Signal<u32>,
    /// The integration whose page was left for the list, until its row has been drawn.
    pub came_from: StoredValue<Option<u64>>,
}

/// The cells of a row. [`filling`] has the values of the blanks, in the same order.
pub fn cells() -> Vec<El> {
    let named = el("span")
        .class("two")
        .child(el("a").blank("href").blank_text())
        .child(el("small").blank_text())
        // Where there is no room for its column.
        .child(el("small").class("only-xs").blank_text());
    let switch = button("")
        .attr("role", "switch")
        .blank("id")
        .blank("aria-label")
        .blank("aria-checked")
        .blank("aria-disabled")
        .blank("aria-busy")
        .child(symbol("").class("box"))
        .child(el("span").class("word").blank_text());
    let removed = el("span")
        .class("tag warn")
        .blank("hidden")
        .child(symbol("…"))
        .child(el("span").text(sentences::BEING_REMOVED));
    let moment = el("time")
        .class("moment")
        .blank("hidden")
        .blank("datetime")
        .blank("title")
        .blank_text()
        .child(unseen("").blank_text());
    let cut = || el("span").class("cut").blank("title").blank_text();
    let check = el("input").attr("type", "checkbox").blank("aria-label").blank("checked");
    vec![
        // The label makes the whole cell sensitive.
        el("td").class("pick").child(el("label").child(check)),
        el("th").attr("scope", "row").class("wide").child(named),
        el("td").class("hide-s").child(cut()),
        el("td").child(el("span").class("switch status").blank("hidden").child(switch)).child(removed),
        el("td").class("hide-s").child(cut()),
        el("td").class("num hide-xs").child(el("span").blank("class").blank_text().child(moment)),
        el("td").class("slim").child(menu_button()),
    ]
}

/// How many blanks each cell has.
pub const BLANKS: [usize; 7] = [2, 4, 2, 8, 2, 7, 1];

/// What fills the rows; another one when anything that they show has changed.
pub fn fill(context: RowContext) -> Memo<Fill> {
    let RowContext { session, inventory, stale_hours, .. } = context;
    memo(move || {
        // Followed, and not kept: a change of one row would copy all that somebody keeps.
        inventory.list.with(|_| ());
        work::count(session.server);
        inventory.selection.count();
        let shared = Shared {
            session,
            selection: inventory.selection,
            projects: inventory.known_projects(),
            now: clock::ticking().get(),
            stale_hours: stale_hours.get(),
            removed: inventory.being_removed(),
        };
        Fill(Arc::new(move |entry| {
            let row = untrack(|| inventory.list.with(|rows| rows?.get(entry).cloned()));
            row.map(|row| shared.filling(&row)).unwrap_or_default()
        }))
    })
}

struct Shared {
    session: Session,
    selection: Selection,
    projects: Arc<Vec<Project>>,
    now: f64,
    stale_hours: u32,
    removed: Vec<u64>,
}

impl Shared {
    /// The values of the blanks of [`cells`].
    fn filling(&self, row: &Row) -> Filling {
        let integration = &row.integration;
        let (id, name) = (row.id(), short(integration.name(), NAME));
        let is_removed = self.removed.contains(&id);
        let verb = untrack(|| work::under_way(&Resource::jira(self.session.server, id)));
        let state = if integration.is_disabled() { "Disabled" } else { "Enabled" };
        let word = match verb {
            Some(Verb::Disabling) => "Disabling…",
            Some(Verb::Enabling) => "Enabling…",
            Some(Verb::Saving) => "Saving…",
            Some(Verb::Removing) => "Removing…",
            None => state,
        };
        let kind = short(integration.kind.label(), KIND);
        let (some, all) = self.projects(row);
        let indexed = integration.indexed_at();
        let ago = indexed.map(|at| dates::relative(at, self.now));
        let exact = indexed.map(dates::exact);
        vec![
            says(format!("Select {name}")),
            while_true(untrack(|| self.selection.is_chosen(id))),
            says(self.session.link(JiraPage::Edit(id))),
            says(name.clone()),
            says(format!("{} · #{id}{}", short(integration.origin(), NAME), twin(row))),
            says(format!("{} · {kind}", ago.as_deref().unwrap_or("never indexed"))),
            says(kind.clone()),
            says(kind.clone()),
            while_true(is_removed),
            says(format!("enabled-{id}-{}", row.nth)),
            // The word that stands there, so that it can be spoken to; and of which integration.
            says(format!("{state}: {name}")),
            says(if integration.is_disabled() { "false" } else { "true" }),
            while_true(verb.is_some()),
            while_true(verb.is_some()),
            says(word),
            while_true(!is_removed),
            says(all),
            says(some),
            says(match integration.staleness(self.now, f64::from(self.stale_hours)) {
                Staleness::Fresh => "moment",
                Staleness::Never => "tag plain",
                Staleness::Stale => "tag warn",
                Staleness::VeryStale => "tag bad",
            }),
            indexed.is_none().then(|| "never".into()),
            while_true(indexed.is_none()),
            indexed.map(|at| dates::machine(at).into()),
            exact.clone().map(Words::from),
            ago.map(Words::from),
            exact.map(|exact| format!(" ({exact})").into()),
            says(format!("Actions for {name}")),
        ]
    }

    /// The first few projects, and all of them for hovering over.
    fn projects(&self, row: &Row) -> (String, String) {
        if row.integration.is_global() == Some(true) {
            return ("All projects".to_owned(), String::new());
        }
        let all = row.projects();
        let key = |id: &u64| short(&Project::key_of(&self.projects, *id), KIND);
        let keys: Vec<String> = all.iter().take(HOVERED).map(key).collect();
        let some = match all.len() {
            0 if row.integration.is_global().is_none() => "not reported".to_owned(),
            0 => "none".to_owned(),
            count if count > NAMED => {
                format!("{} +{}", keys[..NAMED].join(", "), numbers::count(count - NAMED))
            }
            _ => keys.join(", "),
        };
        let more = match all.len() - keys.len() {
            0 => String::new(),
            more => format!(", +{}", numbers::count(more)),
        };
        (some, keys.join(", ") + &more)
    }
}

/// Which of several with the same number it is.
fn twin(row: &Row) -> String {
    match row.of {
        1 => String::new(),
        of => format!(" · entry {} of {of} with this number", row.nth + 1),
    }
}

fn says(words: impl Into<Words>) -> Option<Words> {
    Some(words.into())
}
