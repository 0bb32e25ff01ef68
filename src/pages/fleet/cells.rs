//! The cells of a row of the table.
//!
//! Made with `el`, because a template (`ui/stamp.rs`) has blanks, which `view!` cannot write.

use super::asked::Sort;
use super::columns::{Column, Columns};
use super::fleet::{Active, Entry};
use super::kept::Kept;
use super::order::Namespace;
use super::view::{FleetView, RowOf};
use crate::api::Error;
use crate::browser::reactive::memo;
use crate::browser::{clock, dates, numbers};
use crate::route::{GitLabRoute, Route};
use crate::ui::el::{El, Words, el, symbol, unseen, while_true};
use crate::ui::{Fill, Filling};
use leptos::prelude::*;
use patchbay_model::gitlab::Level;
use patchbay_model::text::{NAME, short};
use std::sync::Arc;

/// How many integrations without a column are named for hovering over.
const NAMED: usize = 20;

/// The cells of a row with so many columns; [`fill`] has the values of their blanks, in the same order.
pub fn cells(columns: usize, has_rest: bool) -> Vec<El> {
    let check = el("input").attr("type", "checkbox").blank("aria-label").blank("checked");
    let named = el("span")
        .class("two")
        .child(el("a").blank("href").blank_text())
        .child(el("small").blank_text())
        // Where there is no room for columns.
        .child(el("small").class("only-xs").blank_text());
    let mut cells = vec![
        // The label makes the whole cell sensitive.
        el("td").class("pick").child(el("label").blank("hidden").child(check)),
        el("th").attr("scope", "row").blank("class").child(named),
    ];
    for at in 0..columns {
        let state = el("span")
            .blank("class")
            .blank("title")
            .child(symbol("").blank_text())
            .child(el("span").blank_text())
            .child(unseen("").blank_text());
        cells.push(el("td").class(class(at)).child(state));
    }
    if has_rest {
        cells.push(el("td").class("v num hide-s").child(el("span").blank("title").blank_text()));
    }
    cells
}

/// The class of a column: the first have room on narrower pages.
pub fn class(at: usize) -> &'static str {
    match at {
        0 | 1 => "v hide-xs",
        2 | 3 => "v hide-s",
        _ => "v hide-m",
    }
}

/// What fills the rows; another one when anything that they show has changed.
pub fn fill(view: FleetView) -> Memo<Fill> {
    // Apart from the rest, so that a keystroke fills no row anew.
    let sort = memo(move || view.asked.read().sort);
    memo(move || {
        view.id.follow(|_| ());
        view.selection.count();
        let (columns, places, sort) = (view.columns.get(), view.places.get(), sort.get());
        let shared = Shared { view, columns, now: clock::ticking().get(), sort };
        Fill(Arc::new(move |entry| {
            let filling = view.id.look(|kept| match RowOf::read(entry) {
                RowOf::Entry(at) => kept.fleet.entries.get(at).map(|entry| shared.entry(kept, entry)),
                RowOf::Header(at) => places.0.namespaces.get(at).map(|namespace| shared.header(namespace)),
            });
            filling.flatten().unwrap_or_default()
        }))
    })
}

struct Shared {
    view: FleetView,
    columns: Columns,
    now: f64,
    sort: Sort,
}

impl Shared {
    /// The row above what is in a group.
    fn header(&self, namespace: &Namespace) -> Filling {
        let Namespace { path, name, projects, .. } = namespace;
        let route = GitLabRoute::home(self.view.session.server.place(), Level::Group, path.clone());
        let mut filling = vec![
            while_true(true),
            says(String::new()),
            None,
            says("wide head-of"),
            (!path.is_empty()).then(|| Route::GitLab(route).to_string().into()),
            says(short(name, NAME)),
            says(format!("{} · {}", short(path, NAME), numbers::count_of(*projects, "project", "projects"))),
            says("\u{a0}"),
        ];
        for _ in &self.columns.shown {
            filling.extend([None, None, None, None, None]);
        }
        if !self.columns.rest.is_empty() {
            filling.extend([None, None]);
        }
        filling
    }

    /// The row of a project or group.
    fn entry(&self, kept: &Kept, entry: &Entry) -> Filling {
        let home = &entry.home;
        // A group heads what is in it, unless the rows are in another order.
        let is_head = home.level == Level::Group && self.sort == Sort::Place;
        let name = short(if is_head { &home.full_name } else { &home.name }, NAME);
        let kind = match home.level {
            Level::Project => name.clone(),
            Level::Group => format!("group {name}"),
        };
        let route = GitLabRoute::home(self.view.session.server.place(), home.level, home.id.to_string());
        let is_chosen = untrack(|| self.view.selection.is_chosen(entry.key()));
        let mut filling = vec![
            None,
            says(format!("Select {kind}")),
            while_true(is_chosen),
            says(if is_head { "wide head-of" } else { "wide" }),
            says(Route::GitLab(route).to_string()),
            says(name),
            says(self.about(entry)),
            says(summary(kept, entry)),
        ];
        for column in &self.columns.shown {
            filling.extend(cell(kept, entry, column));
        }
        if !self.columns.rest.is_empty() {
            let had = |column: &&Column| column.which.is_some_and(|which| entry.find(which).is_some());
            let more: Vec<&str> =
                self.columns.rest.iter().filter(had).map(|column| column.label.as_str()).collect();
            let count = match (more.len(), &entry.active) {
                (_, None) => String::new(),
                (0, Some(_)) => "–".to_owned(),
                (count, Some(_)) => format!("+{}", numbers::count(count)),
            };
            let named = more.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
            filling.extend([says(named), says(count)]);
        }
        filling
    }

    /// What stands below the name.
    fn about(&self, entry: &Entry) -> String {
        let home = &entry.home;
        let mut about = short(&home.path, NAME);
        let mut add = |text: &str| {
            about.push_str(" · ");
            about.push_str(text);
        };
        if home.level == Level::Group {
            add("group");
        }
        if home.archived {
            add("archived");
        }
        if let Some(error) = &entry.failed {
            add(&error.title());
        }
        if entry.odd > 0 {
            add(&numbers::count_of(entry.odd, "odd entry", "odd entries"));
        }
        if self.sort == Sort::Active
            && let Some(at) = home.active_at.as_deref().and_then(dates::parse)
        {
            add(&dates::relative(at, self.now));
        }
        about
    }
}

/// What is active, in a line.
fn summary(kept: &Kept, entry: &Entry) -> String {
    let Kept { fleet, reading, .. } = kept;
    let one = |active: &Active| {
        let known = fleet.known.get(usize::from(active.which))?;
        let above = if active.inherited == Some(true) { " (from above)" } else { "" };
        Some(format!("{}{above}", known.label()))
    };
    match (&entry.active, &entry.failed) {
        (Some(active), _) if active.is_empty() => "None active".to_owned(),
        (Some(active), _) => active.iter().filter_map(one).collect::<Vec<_>>().join(", "),
        (None, Some(error)) => failure(error),
        (None, None) if reading.is_pending(entry.key()) => "Not read yet".to_owned(),
        (None, None) => "Not read".to_owned(),
    }
}

/// Class, title, symbol, words, and what only screen readers are told.
fn cell(kept: &Kept, entry: &Entry, column: &Column) -> [Option<Words>; 5] {
    let inherited = column.which.and_then(|which| entry.find(which)).map(|active| active.inherited);
    let is_old = entry.failed.is_some();
    match (&entry.active, inherited, &entry.failed) {
        (None, _, Some(error)) => {
            let title = says(error.title());
            [says("tag bad"), title, None, says(failure(error)), None]
        }
        (None, _, None) => {
            let words = if kept.reading.is_pending(entry.key()) { "not read yet" } else { "not read" };
            [says("cell no"), None, says("…"), None, says(words)]
        }
        (Some(_), Some(Some(true)), _) => {
            let title = "Its settings come from a group above, or from the instance.";
            [
                says(if is_old { "cell inh old" } else { "cell inh" }),
                says(title),
                says("◌ "),
                says("from above"),
                None,
            ]
        }
        (Some(_), Some(_), _) => {
            [says(if is_old { "cell yes old" } else { "cell yes" }), None, says("●"), None, says("active")]
        }
        (Some(_), None, _) => [says("cell no"), None, says("–"), None, says("not active")],
    }
}

/// The status of an answer, or that there was none.
fn failure(error: &Error) -> String {
    error.facts.status().map_or_else(|| "failed".to_owned(), |status| status.to_string())
}

fn says(words: impl Into<Words>) -> Option<Words> {
    Some(words.into())
}
