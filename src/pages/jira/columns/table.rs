//! The table of the columns that are chosen. Where there is no room for them, each is a line below the name.

use super::asked::{INDEXED, NAME, STATUS};
use super::compared::{Agreement, READING};
use super::state::{Column, Compared, State};
use crate::browser::reactive::{derive, memo};
use crate::pages::jira::list_view::{ListView, Shown};
use crate::pages::jira::row::{self, BLANKS};
use crate::pages::jira::table::{check_all, on_press, row_at};
use crate::sentences;
use crate::session::ErrorNotice;
use crate::ui::el::{El, el};
use crate::ui::{Fill, Filling, SharedMenu, SortHeader, SortOrder, WindowedTable};
use leptos::prelude::*;
use std::sync::Arc;

/// The columns that are drawn, and of each what its commonest text is.
type Layout = Arc<Vec<Column>>;

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
    let menu = SharedMenu::new();
    let usual = row::fill(list.context);
    let failed = move || {
        state.settings.error().map(|error| {
            let on_retry = Callback::new(move |()| state.settings.reload());
            view! { <ErrorNotice error on_retry /> }
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
                on_press=on_press(list, menu)
                focus=list.context.came_from.try_update_value(Option::take).flatten()
            />
        }
    };
    view! {
        {failed}
        <div class="panel">{table} {menu.draw()}</div>
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
        {check_all(state.list, shown)}
        {header(NAME, "Name", "wide")}
        {columns.collect_view()}
        <th scope="col" class="slim" aria-label="Actions"><span class="sr-only">"Actions"</span></th>
    }
}

/// The cells of a row; [`fill`] has the values of their blanks, in the same order.
fn cells(layout: &[Column]) -> Vec<El> {
    let mut usual = row::cells().into_iter().map(Some).collect::<Vec<_>>();
    let mut take = |at: usize| usual.get_mut(at).and_then(Option::take).unwrap_or_else(|| el("td"));
    let lines = layout.iter().filter(|column| column.key != STATUS).map(|_| el("small").blank_text());
    let named = take(1).child(el("span").class("two lines").children(lines));
    let mut cells = vec![take(0), named];
    for column in layout {
        cells.push(match column.key.as_str() {
            STATUS => take(3),
            INDEXED => take(5),
            _ => {
                let text = el("span").blank("class").blank("title").blank_text();
                el("td").class(if column.is_code { "col mono" } else { "col" }).child(text)
            }
        });
    }
    cells.push(take(6));
    cells
}

fn fill(state: State, usual: Memo<Fill>, layout: Layout) -> Memo<Fill> {
    memo(move || {
        let (usual, compared, layout) = (usual.get(), state.compared.get(), layout.clone());
        let agreements = state.agreements.get();
        Fill(Arc::new(move |entry| filling(entry, usual.0(entry), &compared, &layout, &agreements)))
    })
}

fn filling(
    entry: usize,
    usual: Filling,
    compared: &Compared,
    layout: &[Column],
    agreements: &[(String, Agreement)],
) -> Filling {
    let mut usual = usual.into_iter();
    let [check, name, _, status, _, indexed, menu] =
        BLANKS.map(|count| usual.by_ref().take(count).collect::<Filling>());
    // When it was indexed, or that it never was: see `row::cells`.
    let ago =
        indexed.get(5).cloned().flatten().or_else(|| indexed.get(1).cloned().flatten()).unwrap_or_default();
    let text =
        |column: &Column| compared.texts(&column.key).map_or(READING, |texts| texts.text(entry)).to_owned();
    let mut filling: Filling = check.into_iter().chain(name).collect();
    for column in layout.iter().filter(|column| column.key != STATUS) {
        let says = if column.key == INDEXED { ago.clone().into_owned() } else { text(column) };
        filling.push(Some(format!("{}: {says}", column.label).into()));
    }
    for column in layout {
        match column.key.as_str() {
            STATUS => filling.extend(status.iter().cloned()),
            INDEXED => filling.extend(indexed.iter().cloned()),
            key => {
                let text = text(column);
                let agreement =
                    agreements.iter().find(|(other, _)| other == key).map(|(_, agreement)| *agreement);
                let class = match agreement {
                    Some(Agreement::Differs { commonest }) => {
                        let mine = compared.texts(key).and_then(|texts| texts.of_row.get(entry));
                        if mine == Some(&commonest) { "cut same" } else { "cut differs" }
                    }
                    Some(Agreement::Agrees) | None => "cut",
                };
                filling.extend([Some(class.into()), Some(text.clone().into()), Some(text.into())]);
            }
        }
    }
    filling.extend(menu);
    filling
}
