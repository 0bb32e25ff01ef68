//! The table of projects and groups, with a column for each integration.

use super::asked::Sort;
use super::cells::{cells, class, fill};
use super::columns::Column;
use super::compare::route_of;
use super::view::{FleetView, RowOf, came_from};
use crate::browser::numbers;
use crate::browser::reactive::{derive, memo};
use crate::pages::selecting::{Pick, check_all};
use crate::route::navigation;
use crate::sentences;
use crate::ui::{Press, RowAt, SortHeader, SortOrder, WindowedTable};
use leptos::prelude::*;
use std::sync::Arc;

/// The rows that are shown.
#[component]
pub fn FleetTable(
    /// The page.
    view: FleetView,
) -> impl IntoView {
    // Drawn again only for another number of columns.
    let layout = memo(move || view.columns.with(|columns| (columns.shown.len(), !columns.rest.is_empty())));
    let rows = view.rows;
    let at: RowAt = Arc::new(move |index| rows.read().get(index).copied().unwrap_or_default());
    let filled = fill(view);
    let on_press = Callback::new(move |press: Press| {
        let RowOf::Entry(at) = RowOf::read(press.id.entry) else { return };
        let key = view.id.look(|kept| kept.fleet.entries.get(at).map(|entry| entry.key())).flatten();
        if let Some(key) = key {
            view.picks.update(|picks| picks.push(Pick { id: Some(key), is_range: press.with_shift }));
        }
    });
    let left = StoredValue::new(came_from(navigation()));
    let table = move || {
        let (columns, has_rest) = layout.get();
        view! {
            <WindowedTable
                label=sentences::FLEET_TABLE
                class="integrations fleet"
                count=derive(move || rows.read().len())
                head=move || head(view, columns, has_rest)
                at=at.clone()
                cells=cells(columns, has_rest)
                fill=filled
                on_press
                focus=left.try_update_value(Option::take).flatten()
            />
        }
    };
    view! { <div class="panel">{table}</div> }
}

fn head(view: FleetView, columns: usize, has_rest: bool) -> impl IntoView {
    let order = derive(move || {
        let asked = view.asked.read();
        (asked.sort == Sort::Place).then_some(match asked.descending {
            false => SortOrder::Ascending,
            true => SortOrder::Descending,
        })
    });
    let navigation = navigation();
    let on_sort = Callback::new(move |()| view.set.run(view.asked.get_untracked().sorted_by(Sort::Place)));
    // To its settings side by side.
    let link = move |Column { slug, label, .. }| {
        let href = move || route_of(&navigation.route(), &slug).map(|route| route.to_string());
        view! {
            <a href=href>
                {label} <span class="sr-only">"(compare its settings)"</span>
            </a>
        }
    };
    let column = move |at: usize| {
        let column = memo(move || view.columns.read().shown.get(at).cloned());
        view! {
            <th scope="col" class=class(at)>
                {move || column.get().map(link)}
            </th>
        }
    };
    let rest = has_rest.then(|| {
        let count = move || format!("+{}", numbers::count(view.columns.read().rest.len()));
        view! {
            <th scope="col" class="v num hide-s">
                {count}
                <span class="sr-only">" more integrations"</span>
            </th>
        }
    });
    view! {
        {check_all(view.picks, view.shown)}
        <SortHeader label="Project" order on_sort class="wide" />
        {(0..columns).map(column).collect_view()}
        {rest}
    }
}
