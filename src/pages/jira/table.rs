//! The table of integrations.

use super::list_view::ListView;
use super::pick::{Pick, Shown, Turn};
use super::row::{cells, fill};
use crate::api::Resource;
use crate::browser::reactive::derive;
use crate::pages::selecting::check_all;
use crate::route::{ListQuery, Sort};
use crate::sentences;
use crate::store::work::{self, Verb};
use crate::store::{Inventory, Row};
use crate::ui::{Press, RowAt, RowId, SortHeader, SortOrder, WindowedTable};
use leptos::prelude::*;
use patchbay_model::text::{NAME, short};
use std::sync::Arc;

/// The rows at `shown`, in that order.
#[component]
pub fn IntegrationsTable(
    /// The list.
    list: ListView,
    /// Indexes of the rows that are shown.
    shown: Shown,
    /// The menu of a row.
    menu: AnyView,
) -> impl IntoView {
    let ListView { context, query, set, .. } = list;
    let head = move || {
        let header = move |label: &'static str, sort: Sort, class: &'static str| {
            let order = derive(move || {
                let query = query.read();
                (query.sort == sort).then_some(match query.descending {
                    false => SortOrder::Ascending,
                    true => SortOrder::Descending,
                })
            });
            let on_sort = Callback::new(move |()| {
                let query = query.get_untracked();
                let descending = query.sort == sort && !query.descending;
                set.run(ListQuery { sort, descending, ..query });
            });
            view! { <SortHeader label order on_sort class /> }
        };
        view! {
            {check_all(list.picks, shown)}
            {header("Name", Sort::Name, "wide")}
            {header("Type", Sort::Type, "hide-s")}
            {header("Status", Sort::Status, "")}
            <th scope="col" class="hide-s">"Projects"</th>
            {header("Last indexed", Sort::Indexed, "num hide-xs")}
            <th scope="col" class="slim" aria-label="Actions"><span class="sr-only">"Actions"</span></th>
        }
    };
    // The table of chosen columns comes next, and takes it.
    let comes_next = query.read_untracked().has_columns();
    let came_from =
        if comes_next { None } else { context.came_from.try_update_value(Option::take).flatten() };
    let count = derive(move || shown.read().len());
    view! {
        <div class="panel" data-part="jira">
            <WindowedTable
                label=sentences::GIT_INTEGRATIONS
                class="integrations"
                count
                head
                at=row_at(context.inventory, shown)
                cells=cells()
                fill=fill(context)
                on_press=on_press(list)
                focus=came_from
            />
            {menu}
        </div>
    }
}

/// The integration of each row.
pub fn row_at(inventory: Inventory, shown: Shown) -> RowAt {
    Arc::new(move |index| {
        let (rows, shown) = (inventory.rows(), shown.read());
        let entry = shown.get(index).copied().unwrap_or_default();
        RowId { entry, key: rows.get(entry).map(Row::key).unwrap_or_default() }
    })
}

/// What the buttons and the checkbox of a row do: it is noted, and done by the later file.
pub fn on_press(list: ListView) -> Callback<Press> {
    let ListView { context, picks, .. } = list;
    Callback::new(move |press: Press| {
        let Some(row) = untrack(|| context.inventory.rows().get(press.id.entry).cloned()) else { return };
        if press.button.has_attribute("aria-haspopup") {
            list.menu.set(Some(press));
        } else if press.button.has_attribute("role") {
            let (id, on) = (row.id(), row.integration.is_disabled());
            let verb = if on { Verb::Enabling } else { Verb::Disabling };
            if let Some(under_way) = work::begin(&Resource::jira(context.session.server, id), verb) {
                let name = short(row.integration.name(), NAME);
                list.turns.update(|turns| turns.push(Turn { id, name, on, under_way }));
            }
        } else {
            picks.update(|picks| picks.push(Pick { id: Some(row.id()), is_range: press.with_shift }));
        }
    })
}
