//! The table of repositories.

use super::asked::{Asked, Sort};
use super::batch::Turned;
use super::cells::{cells, filling};
use super::switching::{self, Place};
use super::view::{Repositories, View};
use crate::browser::clock;
use crate::browser::reactive::{derive, memo};
use crate::pages::selecting::{Pick, check_all};
use crate::route::{JiraPage, JiraRoute, Route, navigation};
use crate::store::work;
use crate::ui::{Fill, Press, RowAt, RowId, SortHeader, SortOrder, WindowedTable};
use leptos::prelude::*;
use patchbay_model::gij::RepositoryBrief;
use std::sync::Arc;

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
        view.selection.count();
        let (projects, now) = (view.inventory.known_projects(), clock::ticking().get());
        Fill(Arc::new(move |entry| match rows.get(entry) {
            Some(row) => untrack(|| filling(view, row, &projects, now)),
            None => Vec::new(),
        }))
    });
    let on_press = Callback::new(move |press: Press| {
        let Some(row) = untrack(|| view.rows().get(press.id.entry).cloned()) else { return };
        let RepositoryBrief { id, name, disabled, .. } = row.brief;
        if press.button.tag_name() == "INPUT" {
            view.picks.update(|picks| picks.push(Pick { id: Some(id), is_range: press.with_shift }));
        } else {
            turn(view, vec![Turned { id, name }], disabled);
        }
    });
    let head = move || {
        view! {
            {check_all(view.picks, view.shown)}
            {header(view, Sort::Name, "wide")}
            {header(view, Sort::Branch, "hide-s")}
            <th scope="col" class="hide-s">"Projects"</th>
            {header(view, Sort::Status, "")}
            {header(view, Sort::State, "hide-xs state")}
            {header(view, Sort::Indexed, "num hide-xs")}
        }
    };
    let count = derive(move || view.shown.read().len());
    let navigation = navigation();
    navigation.restore_scroll();
    let came_from = match navigation.take_came_from() {
        Some(Route::Jira(JiraRoute { page: JiraPage::Repository(_, id), .. })) => Some(id),
        _ => None,
    };
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
                focus=came_from
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

fn header(view: View, sort: Sort, class: &'static str) -> impl IntoView {
    let label = sort.label();
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
