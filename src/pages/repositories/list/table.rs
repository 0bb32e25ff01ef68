//! The table of repositories.
//!
//! Made with `el`, because a template (`ui/stamp.rs`) has blanks, which `view!` cannot write.

use super::asked::{Asked, Sort};
use super::facets::said;
use super::picked::picked;
use super::rows::{RepositoryRow, STALE_HOURS};
use super::switching::{self, Place, Turned};
use super::view::{Repositories, View};
use crate::api::Resource;
use crate::browser::effect::effect;
use crate::browser::reactive::{derive, memo};
use crate::browser::{clock, dates, numbers, root};
use crate::route::JiraPage;
use crate::store::work::{self, Verb};
use crate::ui::el::{El, Words, button, el, symbol, while_true};
use crate::ui::{Fill, Filling, Press, RowAt, RowId, SortHeader, SortOrder, Tone, WindowedTable};
use leptos::prelude::*;
use patchbay_model::Project;
use patchbay_model::gij::{RepositoryBrief, RepositoryState, Staleness};
use patchbay_model::text::{NAME, short};
use std::sync::Arc;

/// How many projects a row names before it counts the rest.
const NAMED: usize = 3;

/// The id of the checkbox that chooses all rows.
pub const SELECT_ALL: &str = "select-all-repositories";

/// The rows that are shown.
#[component]
pub fn RepositoriesTable(
    /// The page.
    view: View,
) -> impl IntoView {
    let at: RowAt = Arc::new(move |index| {
        let (rows, shown) = (view.rows(), view.shown.read());
        let entry = shown.get(index).copied().unwrap_or_default();
        RowId { entry, key: rows.get(entry).map(|row| row.brief.id).unwrap_or_default() }
    });
    let fill = memo(move || {
        let rows = view.rows();
        work::count(view.session.server);
        let (chosen, projects) = (view.chosen.get(), view.inventory.known_projects());
        let now = clock::ticking().get();
        Fill(Arc::new(move |entry| match rows.get(entry) {
            Some(row) => filling(view, row, &chosen, &projects, now),
            None => Vec::new(),
        }))
    });
    // The row that was pressed last: a range begins there.
    let last = StoredValue::new(None::<u64>);
    let on_press = Callback::new(move |press: Press| {
        let Some(row) = untrack(|| view.rows().get(press.id.entry).cloned()) else { return };
        let RepositoryBrief { id, name, disabled, .. } = row.brief;
        if press.button.tag_name() == "INPUT" {
            let range = last.get_value().filter(|_| press.with_shift);
            let shown = untrack(|| view.shown_ids());
            view.chosen.update(|chosen| *chosen = picked(&shown, std::mem::take(chosen), Some(id), range));
            last.set_value(Some(id));
        } else {
            turn(view, vec![Turned { id, name }], disabled);
        }
    });
    let choose_all = move |_| {
        let shown = untrack(|| view.shown_ids());
        view.chosen.update(|chosen| *chosen = picked(&shown, std::mem::take(chosen), None, None));
    };
    let label = move || Some(format!("Select all {}", numbers::count(view.shown.read().len())).into());
    let check_all = move || {
        let check = el("input")
            .attr("type", "checkbox")
            .attr("id", SELECT_ALL)
            .live("aria-label", label)
            .on("change", choose_all);
        el("th").attr("scope", "col").class("pick").child(el("label").child(check))
    };
    effect(move || {
        let chosen = view.chosen.read();
        let ids = view.shown_ids();
        let count = ids.iter().filter(|id| chosen.binary_search(id).is_ok()).count();
        let (all, some) = (count > 0 && count == ids.len(), count > 0 && count < ids.len());
        request_animation_frame(move || tick(all, some));
    });
    let head = move || {
        view! {
            {check_all()}
            {header(view, "Repository", Sort::Name, "wide")}
            {header(view, "Main branch", Sort::Branch, "hide-s")}
            <th scope="col" class="hide-s">"Projects"</th>
            {header(view, "Status", Sort::Status, "")}
            {header(view, "State", Sort::State, "hide-xs state")}
            {header(view, "Last indexed", Sort::Indexed, "num hide-xs")}
        }
    };
    let count = derive(move || view.shown.read().len());
    view! {
        <div class="panel">
            <WindowedTable
                label="Repositories"
                class="integrations repositories"
                count
                head
                at
                cells=cells()
                fill
                on_press
                focus=None
            />
        </div>
    }
}

/// Enables or disables these; the page shows what Jira has of all of them, before and after.
pub fn turn(view: View, all: Vec<Turned>, on: bool) {
    let place =
        Place { server: view.session.server, integration: view.integration, inventory: view.inventory };
    let read = view.read;
    let on_read = Callback::new(move |now: Vec<RepositoryBrief>| {
        let odd = read.get_untracked().map(|read| read.odd).unwrap_or_default();
        let of = |brief: &RepositoryBrief| brief.integration == Some(view.integration);
        let rows = super::rows::rows(now.into_iter().filter(of).collect());
        read.set(Repositories { rows: Arc::new(rows), odd });
    });
    switching::begin(place, all, on, on_read);
}

fn header(view: View, label: &'static str, sort: Sort, class: &'static str) -> impl IntoView {
    let order = derive(move || {
        let asked = view.asked.read();
        (asked.sort == sort).then_some(match asked.descending {
            false => SortOrder::Ascending,
            true => SortOrder::Descending,
        })
    });
    let on_sort = Callback::new(move |()| {
        let asked = view.asked.get_untracked();
        let descending = asked.sort == sort && !asked.descending;
        view.ask(&Asked { sort, descending, ..asked });
    });
    view! { <SortHeader label order on_sort class /> }
}

/// Ticks the checkbox in the head.
fn tick(all: bool, some: bool) {
    let Some(check) = root::find(SELECT_ALL) else { return };
    for (name, holds) in [("checked", all), ("indeterminate", some)] {
        let _ = js_sys::Reflect::set(&check, &name.into(), &holds.into());
    }
}

/// The cells of a row; [`filling`] has the values of the blanks, in the same order.
fn cells() -> Vec<El> {
    let named = el("span")
        .class("two")
        .child(el("a").blank("href").blank_text())
        .child(el("small").blank_text())
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

fn filling(view: View, row: &RepositoryRow, chosen: &[u64], projects: &[Project], now: f64) -> Filling {
    let RepositoryBrief { id, origin, main_branch, disabled, indexed_at, state, .. } = &row.brief;
    let name = short(&row.brief.name, NAME);
    let resource =
        Resource::Repository { server: view.session.server, integration: view.integration, id: *id };
    let verb = untrack(|| work::under_way(&resource));
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
        while_true(chosen.binary_search(id).is_ok()),
        says(view.session.link(JiraPage::Repository(view.integration, *id))),
        says(name.clone()),
        says(format!("{} · #{id}", short(place, NAME))),
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
