//! The table of the columns that are chosen. Where there is no room for them, each is a line below the name.

use super::asked::{INDEXED, NAME, STATUS};
use super::cells::{Layout, cells, fill};
use super::state::{Column, State};
use super::texts::Agreement;
use crate::browser::reactive::{derive, memo};
use crate::pages::jira::list_view::ListView;
use crate::pages::jira::pick::Shown;
use crate::pages::jira::row;
use crate::pages::jira::row_menu::RowMenu;
use crate::pages::jira::table::{on_press, row_at};
use crate::pages::selecting::check_all;
use crate::sentences;
use crate::session::ErrorNotice;
use crate::ui::{SortHeader, SortOrder, WindowedTable};
use leptos::prelude::*;
use std::sync::Arc;

/// The table, once the menu of columns is there.
#[component]
pub fn ColumnsTable(
    /// The list.
    list: ListView,
    /// Indexes of the rows that are shown.
    shown: Shown,
) -> impl IntoView {
    move || State::of_page(list).map(|state| view! { <Table state shown /> })
}

#[component]
fn Table(state: State, shown: Shown) -> impl IntoView {
    let list = state.list;
    let layout: Memo<Layout> = memo(move || {
        let agreements = state.agreements.read();
        let agrees = |key: &str| {
            agreements.iter().any(|(other, agreement)| other == key && *agreement == Agreement::Agrees)
        };
        let asked = state.asked.read();
        let columns = asked.columns.iter().filter(|key| !agrees(key));
        Arc::new(columns.filter_map(|key| state.column(key)).collect())
    });
    let usual = row::fill(list.context);
    let failed = move || {
        state.settings.error().map(|error| {
            let on_retry = Callback::new(move |()| state.settings.reload());
            view! { <ErrorNotice error on_retry again=state.settings.again() /> }
        })
    };
    let table = move || {
        let layout = layout.get();
        let columns = layout.clone();
        view! {
            <WindowedTable
                label=sentences::GIT_INTEGRATIONS
                class=class(&layout)
                count=derive(move || shown.read().len())
                head=move || head(state, shown, &columns)
                at=row_at(list.context.inventory, shown)
                cells=cells(&layout)
                fill=fill(state, usual, layout)
                on_press=on_press(list)
                focus=list.context.came_from.try_update_value(Option::take).flatten()
            />
        }
    };
    view! {
        {failed}
        <div class="panel">{table} <RowMenu list /></div>
    }
}

/// How wide the page must be for so many columns: see style/page-list.css.
fn class(layout: &[Column]) -> &'static str {
    match layout.len() {
        0..=3 => "integrations compare few",
        4..=6 => "integrations compare some",
        7..=10 => "integrations compare many",
        _ => "integrations compare lots",
    }
}

fn head(state: State, shown: Shown, layout: &[Column]) -> impl IntoView + use<> {
    let header = move |key: &str, label: &str, class: &'static str| {
        let (sorted, sorting) = (key.to_owned(), key.to_owned());
        let order = derive(move || {
            let asked = state.asked.read();
            (asked.sort == sorted).then_some(match asked.descending {
                false => SortOrder::Ascending,
                true => SortOrder::Descending,
            })
        });
        let on_sort = Callback::new(move |()| state.change(|asked| asked.sort_by(&sorting)));
        view! { <SortHeader label=label.to_owned() order on_sort class /> }
    };
    let columns = layout.iter().map(|column| {
        let class = match column.key.as_str() {
            STATUS => "status",
            INDEXED => "num col",
            _ => "col",
        };
        header(&column.key, &column.label, class)
    });
    view! {
        {check_all(state.list.picks, shown)}
        {header(NAME, "Name", "wide")}
        {columns.collect_view()}
        <th scope="col" class="slim" aria-label="Actions"><span class="sr-only">"Actions"</span></th>
    }
}
