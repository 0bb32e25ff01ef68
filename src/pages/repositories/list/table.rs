//! The table of repositories.

use super::asked::{Asked, Sort};
use super::cells::{cells, filling};
use super::picked::picked;
use super::switching::{self, Place, Turned};
use super::view::{Repositories, View};
use crate::browser::effect::effect;
use crate::browser::reactive::{derive, memo};
use crate::browser::{clock, numbers, root};
use crate::store::work;
use crate::ui::{Fill, Press, RowAt, RowId, SortHeader, SortOrder, WindowedTable};
use leptos::prelude::*;
use patchbay_model::gij::RepositoryBrief;
use std::sync::Arc;

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
    let label = move || format!("Select all {}", numbers::count(view.shown.read().len()));
    let check_all = move || {
        view! {
            <th scope="col" class="pick">
                <label>
                    <input type="checkbox" id=SELECT_ALL aria-label=label on:change=choose_all />
                </label>
            </th>
        }
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
