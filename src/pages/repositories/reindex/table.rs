//! The integrations that are indexed, one row each.

use super::cells::{cells, filling};
use super::runner::Wanted;
use super::runs::{self, Runs};
use crate::browser::clock;
use crate::browser::reactive::{derive, memo};
use crate::session::session;
use crate::store::inventory;
use crate::ui::{Fill, Press, RowAt, RowId, WindowedTable};
use leptos::prelude::*;
use std::sync::Arc;

/// Those that were asked for, and those that are wanted.
#[component]
pub fn RunsTable(
    /// Only this integration; none for all.
    id: Option<u64>,
    /// What is to be indexed.
    wanted: Memo<Arc<Vec<Wanted>>>,
) -> impl IntoView {
    let (session, inventory) = (session(), inventory());
    let server = session.server;
    // Each integration once, by name.
    let ids = memo(move || {
        let asked = |runs: &Runs| runs.items.iter().map(|item| item.id).collect::<Vec<_>>();
        let mut ids = runs::follow(server, asked).unwrap_or_default();
        ids.retain(|other| id.is_none_or(|id| id == *other));
        ids.extend(wanted.read().iter().map(|one| one.id));
        ids.sort_unstable();
        ids.dedup();
        ids.sort_by_key(|id| inventory.row(*id).map(|row| row.place));
        Arc::new(ids)
    });
    let at: RowAt = Arc::new(move |index| {
        let key = ids.read().get(index).copied().unwrap_or_default();
        RowId { entry: index, key }
    });
    let fill = memo(move || {
        runs::follow(server, |_| ());
        inventory.list.with(|_| ());
        let (ids, now) = (ids.get(), clock::ticking().get());
        Fill(Arc::new(move |entry| match ids.get(entry) {
            Some(id) => untrack(|| filling(session, inventory, *id, now)),
            None => Vec::new(),
        }))
    });
    let head = move || {
        view! {
            <th scope="col" class="wide">"Integration"</th>
            <th scope="col">"Indexing"</th>
            <th scope="col" class="hide-s said">"What Jira says"</th>
            <th scope="col" class="num hide-xs">"Last indexed"</th>
        }
    };
    let count = derive(move || ids.read().len());
    view! {
        <div class="panel">
            <WindowedTable
                label="Integrations to index"
                class="integrations runs"
                count
                head
                at
                cells=cells()
                fill
                on_press=Callback::new(|_: Press| ())
                focus=None
            />
        </div>
    }
}
