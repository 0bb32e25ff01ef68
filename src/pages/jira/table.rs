//! The table of integrations.

use super::row::{RowContext, cells};
use crate::browser::reactive::derive;
use crate::route::{ListQuery, Sort};
use crate::sentences;
use crate::store::Row;
use crate::ui::{RowKey, RowView, SortHeader, SortOrder, WindowedTable};
use leptos::prelude::*;
use std::sync::Arc;

/// The rows at `shown`, in that order.
#[component]
pub fn IntegrationsTable(
    /// Indexes of the rows that are shown.
    shown: Memo<Arc<Vec<usize>>>,
    /// What the list shows.
    query: Memo<ListQuery>,
    /// Asks for another query.
    set: Callback<ListQuery>,
    /// What all rows share.
    context: RowContext,
) -> impl IntoView {
    let inventory = context.inventory;
    let id_at = move |index: usize, rows: &[Row], shown: &[usize]| {
        shown.get(index).and_then(|at| rows.get(*at)).map(|row| (row.id(), row.nth)).unwrap_or_default()
    };
    let key: RowKey = Arc::new(move |index| id_at(index, &inventory.rows(), &shown.read()));
    let row: RowView = Arc::new(move |index| {
        cells(id_at(index, &untrack(|| inventory.rows()), &shown.read_untracked()), context)
    });
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
            {header("Name", Sort::Name, "wide")}
            {header("Type", Sort::Type, "hide-s")}
            {header("Status", Sort::Status, "")}
            <th scope="col" class="hide-s">"Projects"</th>
            {header("Last indexed", Sort::Indexed, "num hide-xs")}
            <th scope="col" class="slim"><span class="sr-only">"Actions"</span></th>
        }
    };
    let count = derive(move || shown.read().len());
    view! {
        <div class="panel">
            <WindowedTable label=sentences::GIT_INTEGRATIONS class="integrations" count head key row />
        </div>
    }
}
